import { join } from "node:path";
import type { Config } from "../config.ts";
import type { DatabaseAddress } from "./db.ts";
import { addressesOf, openSocketFolder } from "./embedded.ts";

/**
 * Where the database of the desk is, for a program beside the server: nothing is started, so the embedded one is there only
 * while the server runs. Throws when it was never made.
 */
export const findRunning = ({
  databaseUrl,
  dataDir,
}: Pick<Config, "databaseUrl" | "dataDir">): { address: DatabaseAddress; close(): void } => {
  if (databaseUrl !== undefined) return { address: { connectionString: databaseUrl }, close: () => undefined };
  const socket = openSocketFolder(join(dataDir, "postgres", "cluster"));
  return { address: addressesOf(socket.path).address, close: socket.close };
};
