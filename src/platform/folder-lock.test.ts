import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { takeFolderLock } from "./folder-lock.ts";

const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "tresen-lock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
};

test("one at a time, until it is released", async () => {
  const folder = await freshFolder();
  const first = takeFolderLock(folder);
  expect(first).toBeDefined();
  expect(takeFolderLock(folder)).toBeUndefined();
  first?.release();
  const second = takeFolderLock(folder);
  expect(second).toBeDefined();
  second?.release();
});

test("a killed holder holds nothing", async () => {
  const folder = await freshFolder();
  const script = `
    import { takeFolderLock } from ${JSON.stringify(join(import.meta.dirname, "folder-lock.ts"))};
    globalThis.lock = takeFolderLock(${JSON.stringify(folder)});
    console.log("taken");
    setInterval(() => undefined, 1000);`;
  const holder = spawn(process.execPath, ["--input-type=module", "-e", script], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(holder.stdout, "data");
  expect(takeFolderLock(folder)).toBeUndefined();
  holder.kill("SIGKILL");
  await once(holder, "close");
  const mine = takeFolderLock(folder);
  expect(mine).toBeDefined();
  mine?.release();
});
