import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { expect, test } from "vitest";
import { freshFolder, startProgram, type Program } from "./program.ts";
import { allEnded, eventually, familyOf, postmasterOf } from "./system.ts";

const clientOf = async (dataDir: string): Promise<pg.Client> => {
  const client = new pg.Client({ host: `${dataDir}/postgres/cluster`, user: "tresen", database: "tresen" });
  client.on("error", () => undefined);
  await client.connect();
  return client;
};

/** Commits one number after the other until the database goes away; resolves with the last that was acknowledged. */
const commitOneByOne = async (dataDir: string): Promise<number> => {
  const client = await clientOf(dataDir);
  await client.query("create table acknowledged (number int primary key)");
  for (let number = 1; ; number++) {
    try {
      await client.query("insert into acknowledged values ($1)", [number]);
    } catch {
      return number - 1;
    }
  }
};

const numbersKept = async (dataDir: string): Promise<{ most: number; all: number }> => {
  const client = await clientOf(dataDir);
  const { rows } = await client.query<{ most: number; all: string }>(
    'select max(number) as most, count(*) as "all" from acknowledged',
  );
  await client.end();
  return { most: rows[0]!.most, all: Number(rows[0]!.all) };
};

const crashes: [string, (program: Program, dataDir: string) => Promise<number[]>][] = [
  ["the server", async (program) => [await program.serverId()]],
  ["PostgreSQL and the server", async (program, dataDir) => [await postmasterOf(dataDir), await program.serverId()]],
];

test.each(crashes)("after kill -9 of %s the next start has everything that was committed", async (_, victimsOf) => {
  const dataDir = await freshFolder();
  const program = startProgram({ TRESEN_DATA: dataDir });
  await program.ready();
  const family = await familyOf(program.id);
  const committed = commitOneByOne(dataDir);
  await sleep(500);
  for (const id of await victimsOf(program, dataDir)) process.kill(id, "SIGKILL");
  expect(await program.ended).toBe(137);
  // At once, while the old PostgreSQL may still be about to stop.
  const again = startProgram({ TRESEN_DATA: dataDir });
  await again.ready();
  await allEnded(family);
  const last = await committed;
  expect(last).toBeGreaterThan(10);
  const { most, all } = await numbersKept(dataDir);
  expect(all).toBe(most);
  // The last one may have been committed without its acknowledgement reaching us.
  expect([last, last + 1]).toContain(most);
});

test("a killed server takes PostgreSQL along", async () => {
  const dataDir = await freshFolder();
  const program = startProgram({ TRESEN_DATA: dataDir });
  await program.ready();
  const family = await familyOf(program.id);
  process.kill(await program.serverId(), "SIGKILL");
  await allEnded(family);
});

test("a killed PostgreSQL is started again, and the server goes on", async () => {
  const dataDir = await freshFolder();
  const program = startProgram({ TRESEN_DATA: dataDir });
  const url = await program.ready();
  const first = await postmasterOf(dataDir);
  process.kill(first, "SIGKILL");
  await eventually("the server is ready again", async () => {
    const second = await postmasterOf(dataDir).catch(() => first);
    if (second === first) return undefined;
    return (await fetch(`${url}/readyz`)).ok || undefined;
  });
  expect(program.output()).toContain("PostgreSQL ended by SIGKILL; starting it again.");
  program.kill("SIGTERM");
  expect(await program.ended).toBe(0);
});

test("a first start that was killed half-way is done again", async () => {
  const dataDir = await freshFolder();
  const program = startProgram({ TRESEN_DATA: dataDir });
  while (!program.output().includes("Creating the database")) await sleep(5);
  await sleep(150);
  process.kill(await program.serverId(), "SIGKILL");
  await program.ended;
  const again = startProgram({ TRESEN_DATA: dataDir });
  await again.ready();
  expect(again.output()).toContain("Creating the database");
});
