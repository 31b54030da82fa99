import { expect, test } from "vitest";
import { sideThread, TaskFailed } from "./side-thread.ts";

const entry = new URL("../../test/support/moody-thread.ts", import.meta.url);

const open = (patienceMs = 10_000) => {
  const thread = sideThread<{ do: string }, string>({ entry, patienceMs, memory: 50 });
  return (what: string) => thread.ask(() => ({ value: { do: what } }));
};

test("answers one task after the other", async () => {
  const ask = open();
  expect(await Promise.all(["one", "two", "three"].map(ask))).toEqual(["did one", "did two", "did three"]);
});

test.each(["die", "throw", "hoard"])("a thread that goes wrong (%s) costs one task its answer", async (how) => {
  const ask = open();
  const [before, lost, after] = await Promise.allSettled([ask("one"), ask(how), ask("two")]);
  expect(before).toEqual({ status: "fulfilled", value: "did one" });
  expect(lost).toMatchObject({ status: "rejected", reason: expect.any(TaskFailed) });
  expect(after).toEqual({ status: "fulfilled", value: "did two" });
});

test("a thread that hangs is waited for no longer than there is patience", async () => {
  const ask = open(2_000);
  const lost = ask("hang");
  const after = ask("two");
  await expect(lost).rejects.toThrow(TaskFailed);
  await expect(lost).rejects.toThrow("2000 ms");
  expect(await after).toBe("did two");
});

test("what is transferred is gone here, and only once its turn has come", async () => {
  const thread = sideThread<{ do: string; bytes: ArrayBuffer }, string>({ entry, patienceMs: 10_000, memory: 50 });
  const bytes = new ArrayBuffer(8);
  let isMade = false;
  const first = thread.ask(() => ({ value: { do: "one", bytes: new ArrayBuffer(0) } }));
  const second = thread.ask(() => {
    isMade = true;
    return { value: { do: "two", bytes }, transfer: [bytes] };
  });
  await Promise.resolve();
  expect(isMade).toBe(false);
  await Promise.all([first, second]);
  expect(bytes.byteLength).toBe(0);
});

test("a program that is not there is no task's fault", async () => {
  const thread = sideThread({ entry: new URL("./no-such-thread.ts", import.meta.url), patienceMs: 5_000, memory: 50 });
  const asked = thread.ask(() => ({ value: 1 }));
  await expect(asked).rejects.toThrow("does not start");
  await expect(asked).rejects.not.toThrow(TaskFailed);
});
