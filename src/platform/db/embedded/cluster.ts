import { open, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { StartRefused } from "../../start-refused.ts";
import { outcomeOf, startProgram } from "./programs.ts";

/** The one database and its owner. */
export const databaseName = "tresen";

const majorVersion = "18";

interface ClusterOptions {
  /** The cluster becomes the folder `cluster` in it. */
  folder: string;
  durable: boolean;
  say: (text: string) => void;
}

/**
 * Makes the database files, unless they are there. They are made under another name and renamed when complete, so
 * a first start that was killed is simply done again.
 */
export const prepareCluster = async ({ folder, durable, say }: ClusterOptions): Promise<string> => {
  const cluster = join(folder, "cluster");
  for (const name of await readdir(folder))
    if (name.startsWith("unfinished-")) await rm(join(folder, name), { recursive: true, maxRetries: 5 });
  const found = await versionOf(cluster);
  if (found === majorVersion) return cluster;
  if (found !== undefined)
    throw new StartRefused(
      `${cluster} was written by PostgreSQL ${found}, and this version of Tresen brings PostgreSQL ${majorVersion}. Start it with the version of Tresen that wrote it.`,
    );
  say("Creating the database …");
  const unfinished = join(folder, `unfinished-${process.pid}`);
  await initialise(unfinished, durable);
  await createDatabase(unfinished, durable);
  await rename(unfinished, cluster);
  if (durable) await flush(folder);
  return cluster;
};

const versionOf = async (cluster: string): Promise<string | undefined> => {
  try {
    return (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
};

const initialise = (target: string, durable: boolean): Promise<void> =>
  runToEnd("initdb", [
    `--pgdata=${target}`,
    `--username=${databaseName}`,
    // Only this process's user can reach the socket, which lies in a folder of mode 0700; there is no TCP.
    "--auth-local=trust",
    "--auth-host=reject",
    "--encoding=UTF8",
    // PostgreSQL's own locale: unlike the C library's, its order never changes with an update of the operating
    // system or a move to another one, which would silently corrupt every index on text. Words that people see in
    // order are sorted with an ICU collation of their language, named in the query.
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C.UTF-8",
    "--no-instructions",
    ...(durable ? [] : ["--no-sync"]),
  ]);

const createDatabase = (target: string, durable: boolean): Promise<void> =>
  runToEnd(
    "postgres",
    ["--single", "-D", target, "-c", "exit_on_error=on", "-c", `fsync=${durable ? "on" : "off"}`, "postgres"],
    `create database ${databaseName}\n`,
  );

const runToEnd = async (program: "initdb" | "postgres", args: readonly string[], input = ""): Promise<void> => {
  const child = await startProgram(program, args, { stdio: "pipe", whenParentEnds: "KILL" });
  // A program that fails at once does not read its input; its exit code tells more than the broken pipe.
  child.stdin?.on("error", () => undefined);
  child.stdin?.end(input);
  const { code, output } = await outcomeOf(child);
  if (code !== 0) throw new Error(`${program} failed:\n${output}`);
};

// Without this a power failure could forget the new name, and with it everything committed since.
const flush = async (folder: string): Promise<void> => {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
