import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * Makes this process the only user of a folder, until `release` or until it ends in any way; undefined when another
 * process has it. An open SQLite transaction is what holds the lock, because that is a kernel lock on a file: it
 * cannot go stale as a pid file can, two starts cannot both win, and it holds across containers that share the
 * folder, and in paths too long for a socket.
 */
export const takeFolderLock = (folder: string): { release(): void } | undefined => {
  const lock = new DatabaseSync(join(folder, "lock"), { timeout: 0 });
  try {
    lock.exec("pragma journal_mode = off; begin exclusive");
  } catch (error) {
    lock.close();
    if (error instanceof Error && "errcode" in error && error.errcode === 5) return undefined;
    throw error;
  }
  return {
    release() {
      lock.close();
    },
  };
};
