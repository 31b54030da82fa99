import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDraftKeeper } from "./draft-keeper.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const setUp = ({ works = true, takes = 20 } = {}) => {
  const server = { works, sent: [] as string[] };
  const browser = { kept: undefined as string | undefined, states: [] as string[] };
  const keeper = createDraftKeeper({
    saved: "",
    save: async ({ text }) => {
      server.sent.push(text);
      await new Promise((resolve) => {
        setTimeout(resolve, takes);
      });
      return server.works;
    },
    keep: (text) => {
      browser.kept = text;
    },
    show: (state) => {
      browser.states.push(state);
    },
  });
  const type = (text: string) => {
    keeper.changed({ text, body: `body=${text}` });
  };
  return { server, browser, keeper, type, pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds) };
};

describe("keeping a draft", () => {
  it("saves once when typing pauses, not at every key", async () => {
    const { server, browser, type, pass } = setUp();
    type("H");
    await pass(300);
    type("Ha");
    await pass(300);
    type("Hal");
    await pass(700);
    expect(server.sent).toEqual(["Hal"]);
    expect(browser.states).toEqual(["saving", "saved"]);
    expect(browser.kept).toBeUndefined();
  });

  it("keeps the words in the browser until the server has them", async () => {
    const { browser, type, pass } = setUp();
    type("Hallo");
    expect(browser.kept).toBe("Hallo");
    await pass(590);
    expect(browser.kept).toBe("Hallo");
  });

  it("tries again while the server is away", async () => {
    const { server, browser, type, pass } = setUp({ works: false });
    type("Hallo");
    await pass(700);
    expect(browser).toEqual({ kept: "Hallo", states: ["saving", "failed"] });
    server.works = true;
    await pass(5_100);
    expect(server.sent).toEqual(["Hallo", "Hallo"]);
    expect(browser.states.at(-1)).toBe("saved");
    expect(browser.kept).toBeUndefined();
  });

  it("saves what was typed while saving, one request after the other", async () => {
    const { server, type, pass } = setUp({ takes: 1_000 });
    type("a");
    await pass(650);
    type("ab");
    await pass(700);
    expect(server.sent).toEqual(["a"]);
    await pass(2_000);
    expect(server.sent).toEqual(["a", "ab"]);
  });

  it("hands over what is not saved when the page goes away", async () => {
    const { keeper, type, pass } = setUp();
    type("Hallo");
    expect(keeper.takeUnsaved()?.body).toBe("body=Hallo");
    await pass(700);
    expect(keeper.takeUnsaved()).toBeUndefined();
  });

  it("does not bring a sent answer back as a draft", async () => {
    const { server, browser, keeper, type, pass } = setUp();
    type("Hallo");
    keeper.hold();
    await pass(2_000);
    expect(keeper.takeUnsaved()).toBeUndefined();
    keeper.release(true);
    await pass(10_000);
    expect(server.sent).toEqual([]);
    expect(browser.kept).toBeUndefined();
  });

  it("goes on with the draft when sending failed", async () => {
    const { server, browser, keeper, type, pass } = setUp();
    type("Hallo");
    keeper.hold();
    keeper.release(false);
    expect(browser.kept).toBe("Hallo");
    await pass(700);
    expect(server.sent).toEqual(["Hallo"]);
  });
});
