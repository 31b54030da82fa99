import { join } from "node:path";
import type { Config } from "../config.ts";
import type { DatabaseAddress } from "./db.ts";
import { startEmbedded } from "./embedded.ts";
import { checkExternal } from "./external.ts";

interface StartOptions {
  /** What is going on, for the person who waits. */
  say: (text: string) => void;
  /** The embedded database has ended for good. */
  onExit: (reason: string) => void;
}

/** The database that the settings name: somebody else's, which must be there, or the embedded one, which is started. */
export const startDatabase = async (
  { databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">,
  { say, onExit }: StartOptions,
): Promise<{ value: DatabaseAddress; stop(): Promise<void> }> => {
  if (databaseUrl !== undefined) {
    await checkExternal(databaseUrl, { say });
    return { value: { connectionString: databaseUrl }, stop: () => Promise.resolve() };
  }
  const { address, stop } = await startEmbedded({ dataDir: join(dataDir, "postgres"), say, onExit });
  return { value: address, stop };
};
