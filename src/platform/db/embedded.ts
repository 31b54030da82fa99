import { closeSync, openSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { takeFolderLock } from "../folder-lock.ts";
import { StartRefused } from "../start-refused.ts";
import type { DatabaseAddress } from "./db.ts";
import { databaseName, prepareCluster } from "./embedded/cluster.ts";
import { keepRunning } from "./embedded/keep-running.ts";
import { endLeftover } from "./embedded/leftover.ts";
import { startPostmaster, type Postmaster } from "./embedded/postmaster.ts";

/** The PostgreSQL that Tresen brings, running on a socket that only this user reaches. */
export interface Embedded {
  address: DatabaseAddress;
  /** The same as a URL, for other processes; good while this process runs. */
  url: string;
  /** Rolls back what is not committed and ends it. May be called again. */
  stop(): Promise<void>;
}

interface EmbeddedOptions {
  /** Absolute; made when missing, of mode 0700. */
  dataDir: string;
  /** False: faster, and a power failure may cost everything. For tests. */
  durable?: boolean;
  /** What is going on, for the person who waits. */
  say?: (text: string) => void;
  /** It ended by itself, and starting it again did not help. */
  onExit?: (reason: string) => void;
}

/**
 * Starts it, making the database files first if need be. When it dies it is started again, at the same address.
 * Throws `StartRefused` when another process uses the folder or this machine cannot run it.
 */
export const startEmbedded = async ({
  dataDir: folder,
  durable = true,
  say = () => undefined,
  onExit = () => undefined,
}: EmbeddedOptions): Promise<Embedded> => {
  await makePrivateFolder(folder);
  const lock = takeFolderLock(folder);
  if (!lock) throw new StartRefused(`Another process already runs on the data in ${folder}. Stop it first.`);
  try {
    const cluster = await prepareCluster({ folder, durable, say });
    const kept = await keepRunning({ start: () => startOn({ folder, cluster, durable }), say, onExit });
    const socket = openSocketFolder(cluster);
    const stop = async (): Promise<void> => {
      await kept.stop();
      socket.close();
      lock.release();
    };
    let stopping: Promise<void> | undefined;
    return { ...addressesOf(socket.path), stop: () => (stopping ??= stop()) };
  } catch (error) {
    lock.release();
    throw error;
  }
};

const makePrivateFolder = async (folder: string): Promise<void> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await chmod(folder, 0o700);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefused(`The folder for the database must belong to the user who starts Tresen: ${reason}`, {
      cause,
    });
  }
};

const startOn = async (on: { folder: string; cluster: string; durable: boolean }): Promise<Postmaster> => {
  await endLeftover(on.cluster);
  return startPostmaster(on);
};

const longestSocketPath = 107;

/**
 * The folder of the socket, under a name that is short enough for one. A long one is reached through an open
 * handle of this process, which stays good for other processes too, and when PostgreSQL is started again.
 */
export const openSocketFolder = (cluster: string): { path: string; close(): void } => {
  if (Buffer.byteLength(join(cluster, ".s.PGSQL.5432")) <= longestSocketPath)
    return { path: cluster, close: () => undefined };
  const handle = openSync(cluster, "r");
  return {
    path: `/proc/${process.pid}/fd/${handle}`,
    close() {
      closeSync(handle);
    },
  };
};

export const addressesOf = (folder: string): Pick<Embedded, "address" | "url"> => ({
  address: { host: folder, port: 5432, user: databaseName, database: databaseName },
  url: `postgresql://${databaseName}@localhost/${databaseName}?host=${encodeURIComponent(folder)}`,
});
