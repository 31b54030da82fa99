import type { Postmaster } from "./postmaster.ts";

interface KeepRunningOptions {
  start: () => Promise<Postmaster>;
  say: (text: string) => void;
  /** It ended by itself, and starting it again did not help. */
  onExit: (reason: string) => void;
}

const mostRestarts = 3;
const withinMs = 60_000;

/** Starts PostgreSQL, and again when it ends by itself (killed for want of memory, say), until it is stopped. */
export const keepRunning = async ({ start, say, onExit }: KeepRunningOptions): Promise<Pick<Postmaster, "stop">> => {
  let current = await start();
  let stopped = false;
  // A function, because it changes while others wait.
  const isStopping = (): boolean => stopped;

  const watch = async (): Promise<void> => {
    let restarts: number[] = [];
    for (;;) {
      const how = await current.ended;
      if (isStopping()) return;
      restarts = [...restarts.filter((at) => at > performance.now() - withinMs), performance.now()];
      if (restarts.length > mostRestarts) throw new Error(`PostgreSQL ${how}, for the ${restarts.length}th time.`);
      say(`PostgreSQL ${how}; starting it again.`);
      current = await start();
      // It was stopped while it was on its way up.
      if (isStopping()) await current.stop();
    }
  };
  const watching = watch().catch((error: unknown) => {
    if (!isStopping()) onExit(error instanceof Error ? error.message : String(error));
  });

  return {
    async stop() {
      stopped = true;
      await current.stop();
      await watching;
    },
  };
};
