import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../platform/log.ts";

/** A part of the program that runs, and how it ends. */
export interface Running<T> {
  value: T;
  stop(): Promise<void>;
}

/** The parts of the program, started one after the other and stopped in the opposite order. */
export interface Lifecycle {
  /** Throws `Stopped` when the program has been told to stop meanwhile. */
  start<T>(name: string, begin: () => Promise<Running<T>>): Promise<T>;
  /** Lets every part finish what it is doing, at most `seconds` each. May be called again; resolves when all have ended. */
  stop(): Promise<void>;
  isStopping(): boolean;
}

/** The program was told to stop before it had started. */
export class Stopped extends Error {}

export const createLifecycle = (log: Log, seconds = 20): Lifecycle => {
  const running: { name: string; stop(): Promise<void> }[] = [];
  let beginning: Promise<unknown> = Promise.resolve();
  let stopping: Promise<void> | undefined;

  const stopAll = async (): Promise<void> => {
    // What is just being started is stopped once it has started; half-started it could not be.
    await isWithin(seconds, beginning.then(noop, noop));
    for (const part of running.reverse()) await stopOne(part, { log, seconds });
  };
  return {
    async start(name, begin) {
      if (stopping) throw new Stopped();
      const began = performance.now();
      const started = begin().then((part) => {
        running.push({ name, stop: part.stop });
        return part.value;
      });
      beginning = started;
      const value = await started;
      log.debug(`${name} started in ${Math.round(performance.now() - began)} ms`);
      return value;
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
    isStopping: () => stopping !== undefined,
  };
};

const stopOne = async (
  { name, stop }: { name: string; stop(): Promise<void> },
  { log, seconds }: { log: Log; seconds: number },
): Promise<void> => {
  const began = performance.now();
  try {
    if (await isWithin(seconds, stop())) log.debug(`${name} stopped in ${Math.round(performance.now() - began)} ms`);
    else log.warn(`${name} had not finished after ${seconds} s`);
  } catch (error) {
    log.error({ err: error }, `${name} did not stop cleanly`);
  }
};

const noop = (): void => undefined;

/** Whether it resolves in time; rejects when it rejects. */
const isWithin = async (seconds: number, work: Promise<void>): Promise<boolean> => {
  const waiting = new AbortController();
  const late = sleep(seconds * 1000, false, { signal: waiting.signal }).catch(() => true);
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    waiting.abort();
  }
};
