import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createRefresher } from "./refresher.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const setUp = ({ takes = 10 } = {}) => {
  const state = { busy: false, begun: 0, aborted: 0 };
  const refresher = createRefresher({
    isBusy: () => state.busy,
    clock: () => Date.now(),
    refresh: (signal) => {
      state.begun += 1;
      signal.addEventListener("abort", () => {
        state.aborted += 1;
      });
      return new Promise((resolve) => {
        setTimeout(resolve, takes);
      });
    },
  });
  return { state, refresher, pass: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds) };
};

describe("refreshing when something changed", () => {
  it("makes one refresh of many changes at once", async () => {
    const { state, refresher, pass } = setUp();
    for (let change = 0; change < 20; change += 1) refresher.request();
    await pass(1_000);
    expect(state.begun).toBe(1);
  });

  it("refreshes within a tenth of a second", async () => {
    const { state, refresher, pass } = setUp();
    refresher.request();
    await pass(100);
    expect(state.begun).toBe(1);
  });

  it("looks again when something changed while it looked", async () => {
    const { state, refresher, pass } = setUp({ takes: 200 });
    refresher.request();
    await pass(100);
    refresher.request();
    await pass(2_000);
    expect(state.begun).toBe(2);
  });

  it("gives a slow server three times as long to rest", async () => {
    const { state, refresher, pass } = setUp({ takes: 1_000 });
    refresher.request();
    await pass(1_100);
    refresher.request();
    await pass(2_500);
    expect(state.begun).toBe(1);
    await pass(600);
    expect(state.begun).toBe(2);
  });

  it("waits while a form is sent or nobody looks, and forgets nothing", async () => {
    const { state, refresher, pass } = setUp();
    state.busy = true;
    refresher.request();
    await pass(5_000);
    expect(state.begun).toBe(0);
    state.busy = false;
    refresher.resume();
    await pass(100);
    expect(state.begun).toBe(1);
  });

  it("gives way to a visit, which brings a fresh page", async () => {
    const { state, refresher, pass } = setUp({ takes: 500 });
    refresher.request();
    await pass(100);
    refresher.request();
    refresher.drop();
    await pass(5_000);
    expect(state).toMatchObject({ begun: 1, aborted: 1 });
    refresher.request();
    await pass(5_000);
    expect(state.begun).toBe(2);
  });
});
