import { afterEach } from "vitest";
import { refuseNetwork } from "./network-guard.ts";

const guard = refuseNetwork();

// Even code that swallows the refusal does not get away with having tried.
afterEach(() => {
  const attempts = guard.takeAttempts();
  if (attempts.length > 0) throw new Error(`a test may only reach this machine, but it tried ${attempts.join(", ")}`);
});
