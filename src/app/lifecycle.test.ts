import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createLog } from "../platform/log.ts";
import { createLifecycle, Stopped } from "./lifecycle.ts";

const watched = (seconds?: number) => {
  const lines: string[] = [];
  const log = createLog({ level: "info", format: "json", write: (line) => lines.push(line) });
  const events: string[] = [];
  const part =
    (name: string, takes = 0) =>
    async () => {
      await sleep(takes);
      events.push(`${name} started`);
      return {
        value: name,
        stop: async () => {
          await sleep(takes);
          events.push(`${name} stopped`);
        },
      };
    };
  return { lifecycle: createLifecycle(log, seconds), part, events, lines };
};

describe("createLifecycle", () => {
  test("stops in the opposite order, each part after the one before has finished", async () => {
    const { lifecycle, part, events } = watched();
    expect(await lifecycle.start("database", part("database", 20))).toBe("database");
    await lifecycle.start("web", part("web", 5));
    await Promise.all([lifecycle.stop(), lifecycle.stop()]);
    expect(events).toEqual(["database started", "web started", "web stopped", "database stopped"]);
  });

  test("what is just being started is stopped once it has started, and nothing after it starts", async () => {
    const { lifecycle, part, events } = watched();
    const starting = lifecycle.start("database", part("database", 30));
    await lifecycle.stop();
    expect(events).toEqual(["database started", "database stopped"]);
    expect(await starting).toBe("database");
    expect(lifecycle.isStopping()).toBe(true);
    await expect(lifecycle.start("web", part("web"))).rejects.toThrow(Stopped);
  });

  test("a part that does not finish is left behind after the given time", async () => {
    const { lifecycle, part, events, lines } = watched(0.05);
    await lifecycle.start("database", part("database"));
    await lifecycle.start("jobs", () => Promise.resolve({ value: 0, stop: () => new Promise<void>(() => undefined) }));
    await lifecycle.stop();
    expect(events).toEqual(["database started", "database stopped"]);
    expect(lines.join("")).toContain("jobs had not finished after 0.05 s");
  });

  test("a part that fails to stop does not keep the others from stopping", async () => {
    const { lifecycle, part, events, lines } = watched();
    await lifecycle.start("database", part("database"));
    await lifecycle.start("mail", () =>
      Promise.resolve({ value: 0, stop: () => Promise.reject(new Error("no answer")) }),
    );
    await lifecycle.stop();
    expect(events).toContain("database stopped");
    expect(lines.join("")).toContain("mail did not stop cleanly");
  });

  test("a part that fails to start leaves the others to be stopped", async () => {
    const { lifecycle, part, events } = watched();
    await lifecycle.start("database", part("database"));
    await expect(lifecycle.start("web", () => Promise.reject(new Error("taken")))).rejects.toThrow("taken");
    await lifecycle.stop();
    expect(events).toEqual(["database started", "database stopped"]);
  });
});
