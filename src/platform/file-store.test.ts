import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { openFileStore, TooLarge, type FileStore } from "./file-store.ts";

let folder: string;
let files: FileStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tresen-files-"));
  files = await openFileStore(folder);
  onTestFinished(() => rm(folder, { recursive: true }));
});

const kept = async (): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
};

it("gives back what it took, under the hash of the content, once", async () => {
  const first = await files.put(Readable.from(["hello ", "you"]), 100);
  const second = await files.put(Readable.from(["hello you"]), 100);
  expect(first).toEqual({ file: "b283788fa43abed20cc491063bfa3a455ebca761853c409a9e3acec9712632bc", size: 9 });
  expect(second).toEqual(first);
  expect(await kept()).toEqual([first.file]);
  expect(await text(files.read(first.file))).toBe("hello you");
});

it("keeps nothing of what is too large", async () => {
  await expect(files.put(Readable.from(["12345", "6"]), 5)).rejects.toThrow(TooLarge);
  expect(await kept()).toEqual([]);
});

it("clears away at the start what an upload left half-way", async () => {
  const stuck = new Readable({ read: () => undefined });
  stuck.push("half");
  const upload = files.put(stuck, 100);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await kept()).toHaveLength(1);
  stuck.destroy(new Error("gone"));
  await expect(upload).rejects.toThrow("gone");
  expect(await kept()).toEqual([]);
});

it("opens no other file than its own", () => {
  expect(() => files.read("../../etc/passwd")).toThrow(RangeError);
});
