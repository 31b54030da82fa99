import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadSecret } from "./secret.ts";

const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "tresen-secret-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

test("is made once, kept, and readable by nobody else", async () => {
  const dataDir = join(await freshFolder(), "data");
  const first = await loadSecret({ secret: undefined, dataDir });
  expect(first.toString()).toMatch(/^[0-9a-f]{64}$/);
  expect(await loadSecret({ secret: undefined, dataDir })).toEqual(first);
  expect((await stat(join(dataDir, "secret"))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(["secret"]);
});

test("two that start at once get the same", async () => {
  const dataDir = await freshFolder();
  const secrets = await Promise.all([1, 2, 3, 4].map(() => loadSecret({ secret: undefined, dataDir })));
  expect(new Set(secrets.map(String)).size).toBe(1);
});

test("the given one is taken, and nothing is written", async () => {
  const dataDir = await freshFolder();
  expect(String(await loadSecret({ secret: "s".repeat(32), dataDir }))).toBe("s".repeat(32));
  expect(await readdir(dataDir)).toEqual([]);
});
