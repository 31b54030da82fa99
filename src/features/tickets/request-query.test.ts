import { describe, expect, it } from "vitest";
import fc from "fast-check";
import {
  activeFilters,
  hrefOf,
  parametersOf,
  periods,
  readQuery,
  scopes,
  sortedBy,
  sortNow,
  statusChoices,
  ticketFilterOf,
  type RequestQuery,
} from "./request-query.ts";

const read = (query: string) => readQuery(new URLSearchParams(query));

const queries: fc.Arbitrary<RequestQuery> = fc.record({
  scope: fc.constantFrom(...scopes),
  text: fc.string({ maxLength: 50 }).map((text) => text.trim()),
  status: fc.constantFrom(...statusChoices),
  type: fc.constantFrom("", "malfunction"),
  period: fc.constantFrom(undefined, ...periods),
  product: fc.option(fc.integer({ min: 1, max: 99_999 }), { nil: undefined }),
  sort: fc.constantFrom("-activity", "activity", "-number", "number"),
  cursor: fc.constantFrom("", "after-1-2"),
});

describe("a list’s address", () => {
  it("means the list that it was made from", () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(readQuery(new URL(hrefOf(query), "http://here.test").searchParams)).toEqual(query);
      }),
    );
  });

  it("leaves out what is as usual, and what nobody knows", () => {
    expect(hrefOf(read(""))).toBe("/requests");
    expect(parametersOf(read("show=x&status=y&period=8&sort=z&page=3&type= "))).toEqual({});
    expect(hrefOf({ scope: "cc" })).toBe("/requests?show=cc");
  });

  it("goes without a filter to the first page of what is left", () => {
    expect(
      activeFilters(read("q=a&status=all&at=after-1-2")).map(({ name, without }) => [name, hrefOf(without)]),
    ).toEqual([
      ["text", "/requests?status=all"],
      ["status", "/requests?q=a"],
    ]);
  });

  it("turns the order round when the same heading is followed again", () => {
    const byNumber = sortedBy(read(""), "number");
    expect(sortNow(byNumber, "number")).toBe("descending");
    expect(sortNow(byNumber, "activity")).toBeUndefined();
    expect(sortNow(sortedBy(byNumber, "number"), "number")).toBe("ascending");
    expect(sortNow(read(""), "activity")).toBe("descending");
  });
});

describe("the filter on tickets", () => {
  it("counts days back from the reader’s own today", () => {
    expect(ticketFilterOf(read("period=30"), "2026-03-15").openedFrom).toBe("2026-02-13");
    expect(ticketFilterOf(read(""), "2026-03-15").openedFrom).toBeUndefined();
  });

  it("takes the three statuses that customers call open as one", () => {
    expect(ticketFilterOf(read("status=open"), "2026-03-15").statuses).toEqual(["open", "assigned", "in_progress"]);
  });
});
