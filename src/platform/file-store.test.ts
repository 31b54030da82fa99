import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { openFileStore, TooLarge, type FileStore } from "./file-store.ts";
import { after, days, hours } from "./time.ts";

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

it("reads a file that is too large to its end, so that what stands behind it arrives", async () => {
  let sent = 0;
  const long = new Readable({
    read() {
      sent += 64_000;
      this.push(sent > 5_000_000 ? null : Buffer.alloc(64_000));
    },
  });
  await expect(files.put(long, 100)).rejects.toThrow(TooLarge);
  expect(sent).toBeGreaterThan(5_000_000);
  expect(await kept()).toEqual([]);
});

describe("files that nobody names", () => {
  const start = new Date("2026-03-01T12:00:00Z");
  const inStore = async (content: string, at: Date): Promise<string> => {
    const { file } = await files.put(Readable.from([content]), 100);
    await utimes(join(folder, file.slice(0, 2), file), at, at);
    return file;
  };
  const sweep = (now: Date, named: readonly string[] = []) =>
    files.sweep({ afterMs: days(1), now, named: () => Promise.resolve(new Set(named)) });

  it("can be read for a day after they were put aside, and are gone then", async () => {
    const file = await inStore("forgotten", start);
    const needed = await inStore("needed", start);
    expect(await sweep(after(start, hours(23)))).toEqual({ aside: 0, back: 0, removed: 0 });
    expect(await sweep(after(start, hours(25)), [needed])).toEqual({ aside: 1, back: 0, removed: 0 });
    expect(await files.has(file)).toBe(true);
    expect(await text(files.read(file))).toBe("forgotten");
    expect(await sweep(after(start, hours(48)), [needed])).toEqual({ aside: 0, back: 0, removed: 0 });
    expect(await sweep(after(start, hours(50)), [needed])).toEqual({ aside: 0, back: 0, removed: 1 });
    expect(await files.has(file)).toBe(false);
    expect(await text(files.read(needed))).toBe("needed");
  });

  it("come back when somebody names them meanwhile, also when the same content was stored anew", async () => {
    const file = await inStore("forgotten", start);
    const again = await inStore("again", start);
    await sweep(after(start, days(1)));
    await files.put(Readable.from(["again"]), 100);
    expect(await sweep(after(start, days(3)), [file, again])).toMatchObject({ back: 2, removed: 0 });
    expect(await kept()).toHaveLength(2);
    expect(await text(files.read(file))).toBe("forgotten");
    expect(await text(files.read(again))).toBe("again");
  });

  it("are asked for in groups, and are all found however many there are", async () => {
    const asked: number[] = [];
    for (let each = 0; each < 20; each++) await inStore(`file ${each}`, start);
    const swept = await files.sweep({
      afterMs: days(1),
      now: after(start, days(2)),
      named: (some) => {
        asked.push(some.length);
        return Promise.resolve(new Set());
      },
    });
    expect(swept.aside).toBe(20);
    expect(asked.reduce((all, some) => all + some, 0)).toBe(20);
  });
});
