import { existsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, inject, onTestFinished, test } from "vitest";
import { startEmbedded } from "../../src/platform/db/embedded.ts";
import { checkExternal } from "../../src/platform/db/external.ts";
import { administer, freshName } from "../support/cluster.ts";
import { freshFolder, startProgram } from "./program.ts";
import { familyOf } from "./system.ts";

/** A database on the cluster of this run of tests, which the program knows nothing of but its URL. */
const freshUrl = async (): Promise<string> => {
  const cluster = inject("cluster");
  const name = freshName("external");
  await administer(cluster, `create database ${name}`);
  onTestFinished(() => administer(cluster, `drop database if exists ${name} with (force)`));
  if (cluster.connectionString === undefined)
    return `postgresql://${String(cluster.user)}@localhost/${name}?host=${encodeURIComponent(String(cluster.host))}`;
  const url = new URL(cluster.connectionString);
  url.pathname = `/${name}`;
  return url.href;
};

test("with DATABASE_URL the embedded database is not started, and data folders may be shared", async () => {
  const dataDir = await freshFolder();
  const variables = { TRESEN_DATA: dataDir, DATABASE_URL: await freshUrl() };
  const first = startProgram(variables);
  await first.ready();
  expect(await familyOf(await first.serverId())).toHaveLength(1);
  expect(existsSync(join(dataDir, "postgres"))).toBe(false);
  const second = startProgram(variables);
  await second.ready();
  for (const program of [first, second]) {
    program.kill("SIGTERM");
    expect(await program.ended).toBe(0);
  }
});

test("a wrong database name is said at once, without a stack", async () => {
  const url = new URL(await freshUrl());
  url.pathname = "/no_such_database";
  const program = startProgram({ TRESEN_DATA: await freshFolder(), DATABASE_URL: url.href });
  expect(await program.ended).toBe(1);
  expect(program.output().trim()).toBe(
    'The database of DATABASE_URL cannot be reached: database "no_such_database" does not exist',
  );
});

test("a database that is still starting is waited for", async () => {
  const folder = await freshFolder();
  const said: string[] = [];
  const url = `postgresql://tresen@localhost/tresen?host=${encodeURIComponent(join(folder, "cluster"))}`;
  const check = checkExternal(url, { say: (text) => said.push(text) });
  await sleep(100);
  const database = await startEmbedded({ dataDir: folder, durable: false });
  onTestFinished(() => database.stop());
  await check;
  expect(said).toHaveLength(1);
});
