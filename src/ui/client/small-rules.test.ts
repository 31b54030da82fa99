import { fitsWords } from "./menu-search.ts";
import { filled } from "./text-preview.ts";
import { describe, expect, it } from "vitest";
import { retryDelay } from "./backoff.ts";
import { secondsLeft } from "./flash.ts";
import { presenceToTell } from "./presence-state.ts";
import { rowAfter } from "./rows.ts";

describe("waiting before the next try", () => {
  it("doubles up to half a minute", () => {
    const middle = () => 0.5;
    expect([1, 2, 3, 4, 5, 6, 60].map((attempt) => retryDelay(attempt, middle))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
  });
  it("is not the same for everybody", () => {
    expect(retryDelay(3, () => 0)).toBe(3_000);
    expect(retryDelay(3, () => 1)).toBe(5_000);
  });
});

describe("who reads and who writes", () => {
  const reading = { visible: true, sinceKey: undefined, sincePing: 1_000, said: "reading" } as const;

  it.each([
    ["says hello at first", { ...reading, said: undefined, sincePing: undefined }, "reading"],
    ["then keeps quiet", reading, undefined],
    ["repeats itself after 15 s", { ...reading, sincePing: 15_000 }, "reading"],
    ["tells of writing at once", { ...reading, sinceKey: 0 }, "writing"],
    ["stays writing in a short pause", { ...reading, sinceKey: 7_000, said: "writing" as const }, undefined],
    ["reads again after 8 s", { ...reading, sinceKey: 8_000, said: "writing" as const }, "reading"],
    ["leaves with the tab", { ...reading, visible: false }, "left"],
    ["leaves once", { ...reading, visible: false, said: "left" as const, sincePing: 60_000 }, undefined],
    ["comes back", { ...reading, said: "left" as const }, "reading"],
    ["never was there", { ...reading, visible: false, said: undefined }, undefined],
  ])("%s", (_name, facts, expected) => {
    expect(presenceToTell(facts)).toBe(expected);
  });
});

describe("walking the rows", () => {
  it.each([
    [-1, 1, 0],
    [-1, -1, 4],
    [0, 1, 1],
    [4, 1, 4],
    [0, -1, 0],
  ] as const)("from %i by %i to %i", (at, step, expected) => {
    expect(rowAfter(at, step, 5)).toBe(expected);
  });
});

describe("a message that leaves", () => {
  it("counts whole seconds down and is over at the end", () => {
    expect(secondsLeft(10, 0)).toEqual({ shown: 10, isOver: false });
    expect(secondsLeft(10, 0.25)).toEqual({ shown: 10, isOver: false });
    expect(secondsLeft(10, 9.5)).toEqual({ shown: 1, isOver: false });
    expect(secondsLeft(10, 10)).toEqual({ shown: 0, isOver: true });
  });
});

describe("a search in a menu", () => {
  it.each([
    ["Begrüßung Guten Tag", "", true],
    ["Begrüßung Guten Tag", "tag begru", true],
    ["Begrüßung Guten Tag", "tag morgen", false],
    ["Café", " cafe ", true],
  ])("%j for %j: %s", (text, typed, fits) => {
    expect(fitsWords(text, typed)).toBe(fits);
  });
});

describe("a preview of a text", () => {
  it("fills in what it knows and leaves the rest", () => {
    expect(filled("{{ a }} {{b}} {{constructor}} {{a", { a: "1 $&" })).toBe("1 $& {{b}} {{constructor}} {{a");
  });
});
