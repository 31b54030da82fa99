import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { StartRefused } from "../start-refused.ts";

/** What comes by itself when a database is still starting; anything else (password, name …) waiting does not cure. */
const passing = new Set(["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "ENOENT", "57P03"]);

/**
 * Makes sure that a database of somebody else's is there and of a version that we know, waiting up to `seconds` for
 * it. Throws `StartRefused` with what is the matter.
 */
export const checkExternal = async (
  url: string,
  { say, seconds = 30 }: { say: (text: string) => void; seconds?: number },
): Promise<void> => {
  const giveUp = performance.now() + seconds * 1000;
  for (let tries = 1; ; tries++) {
    try {
      checkVersion(await versionAt(url));
      return;
    } catch (error) {
      if (error instanceof StartRefused) throw error;
      if (!isPassing(error) || performance.now() > giveUp)
        throw new StartRefused(`The database of DATABASE_URL cannot be reached: ${reasonOf(error)}`, { cause: error });
      if (tries === 1) say(`Waiting for the database (${reasonOf(error)}) …`);
      await sleep(500);
    }
  }
};

const versionAt = async (url: string): Promise<{ text: string; number: number }> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A connection that breaks between two queries rejects the second one, which says it well enough.
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ text: string; number: number }>(
      "select current_setting('server_version') as text, current_setting('server_version_num')::int as number",
    );
    const [row] = rows;
    if (!row) throw new Error("the database does not tell its version");
    return row;
  } finally {
    await client.end();
  }
};

/** Throws `StartRefused` for a version that Tresen does not know. `number` as in PostgreSQL's `server_version_num`. */
export const checkVersion = ({ text, number }: { text: string; number: number }): void => {
  const major = Math.floor(number / 10_000);
  if (major < 15 || major > 18)
    throw new StartRefused(
      `The database of DATABASE_URL is PostgreSQL ${text}; Tresen works with PostgreSQL 15 to 18.`,
    );
};

const isPassing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  // Several addresses were tried, each with its own failure.
  if (error instanceof AggregateError) return error.errors.every(isPassing);
  if (error.message.includes("timeout expired")) return true;
  return "code" in error && passing.has(String(error.code));
};

const reasonOf = (error: unknown): string => {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
};
