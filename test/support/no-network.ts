import { afterAll, afterEach } from "vitest";
import { refuseNetwork } from "./network-guard.ts";

const guard = refuseNetwork();
// The next file of the worker has a guard of its own.
afterAll(guard.release);

// Even code that swallows the refusal does not get away with having tried.
afterEach(() => {
  const attempts = guard.takeAttempts();
  if (attempts.length > 0) throw new Error(`a test may only reach this machine, but it tried ${attempts.join(", ")}`);
});
