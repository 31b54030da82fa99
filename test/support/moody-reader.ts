// The thread that reads mail, but for messages that say how to go wrong.
import { parentPort } from "node:worker_threads";
import type { ReadingTask } from "../../src/features/incoming-mail/mail-reader.ts";

const spin = (): never => {
  for (;;);
};

parentPort?.on("message", ({ raw }: ReadingTask) => {
  const text = Buffer.from(raw).toString("latin1");
  if (text.includes("X-Test: die")) process.exit(1);
  if (text.includes("X-Test: hang")) spin();
});

await import("../../src/features/incoming-mail/mail-reader.ts");
