import { sql } from "kysely";
import type pg from "pg";
import type { Reader } from "./db/db.ts";
import type { Log } from "./log.ts";

/** Live updates: "this has changed, look again". What changed is never sent, so nothing can leak. */
export interface Live {
  /** Calls `wake` with the topic whenever one of the topics changes, until the returned function is called. */
  subscribe(topics: readonly string[], wake: (topic: string) => void): () => void;
  stop(): Promise<void>;
}

const channel = "live";

/** Wakes the watchers of these topics when (and only when) the transaction commits. */
export const notify = async (db: Reader, topics: readonly string[]): Promise<void> => {
  await sql`select ${waking(topics)}`.execute(db);
};

/** The same as an expression, for a statement that does more. */
export const waking = (topics: readonly string[]) =>
  sql`(select count(pg_notify(${channel}, topic)) from unnest(${[...new Set(topics)]}::text[]) as topic)`;

/**
 * Listens on one connection of its own and fans out. When the connection breaks it is opened again, after at most
 * 2 s between tries, and everybody is woken once, because nobody knows what was missed.
 */
export const listenLive = async (newClient: () => pg.Client, log: Log): Promise<Live> => {
  const watchers = new Map<string, Set<(topic: string) => void>>();
  const wake = (topic: string): void => {
    for (const watcher of watchers.get(topic) ?? []) watcher(topic);
  };
  let stopped = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;

  const open = async (): Promise<void> => {
    const fresh = newClient();
    fresh.on("notification", ({ payload }) => {
      wake(payload ?? "");
    });
    fresh.on("error", (error) => {
      log.warn({ err: error }, "live updates lost the database");
    });
    fresh.on("end", () => {
      if (!stopped) reopenSoon();
    });
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    client = fresh;
  };
  const reopenSoon = (): void => {
    again = setTimeout(
      () => {
        open().then(
          () => {
            for (const topic of watchers.keys()) wake(topic);
          },
          (error: unknown) => {
            log.warn({ err: error }, "live updates still without the database");
            reopenSoon();
          },
        );
      },
      1_000 + Math.random() * 1_000,
    );
  };

  await open();
  return {
    subscribe(topics, watcher) {
      for (const topic of topics) {
        const set = watchers.get(topic) ?? new Set();
        watchers.set(topic, set.add(watcher));
      }
      return () => {
        for (const topic of topics) {
          watchers.get(topic)?.delete(watcher);
          if (watchers.get(topic)?.size === 0) watchers.delete(topic);
        }
      };
    },
    async stop() {
      stopped = true;
      clearTimeout(again);
      await client?.end();
    },
  };
};
