import fc from "fast-check";
import { expect, test } from "vitest";
import { filterOf, formatFilter, type TicketFilter } from "./filter.ts";
import { queueHref, queueQuery, readPlace, sortedBy, without } from "./queue-address.ts";
import { priorities, statuses } from "./rules/ticket.ts";

const views = [
  { id: 1, query: "status=open&assignee=none", layout: "table" as const },
  { id: 2, query: "assignee=me&sort=-priority", layout: "board" as const },
];
const read = (query: string) => readPlace(new URLSearchParams(query), views);

test("without anything the first view is meant", () => {
  expect(read("")).toMatchObject({ viewId: 1, layout: "table", filter: { statuses: ["open"], assignees: ["none"] } });
});

test("a view brings its filter and its layout, which the address may change", () => {
  expect(read("view=2")).toMatchObject({ viewId: 2, layout: "board", filter: { assignees: ["me"] } });
  expect(read("view=2&layout=table")).toMatchObject({ viewId: 2, layout: "table", filter: { assignees: ["me"] } });
});

test("any filter in the address replaces the view's whole filter", () => {
  expect(read("view=2&status=waiting").filter).toMatchObject({ assignees: [], statuses: ["waiting"] });
  expect(read("view=2&status=all").filter).toMatchObject({ assignees: [], statuses: [] });
  expect(read("q=printer")).toMatchObject({ viewId: undefined, filter: { text: "printer" } });
});

test("a view that is gone, or never was, shows the first", () => {
  expect(read("view=99")).toMatchObject({ viewId: 1 });
  expect(read("view=zebra&layout=pie")).toMatchObject({ viewId: 1, layout: "table" });
  expect(readPlace(new URLSearchParams("view=1"), [])).toMatchObject({ viewId: undefined, layout: "table" });
});

test("the address is as short as it can be", () => {
  expect(queueHref(read("view=1"), views)).toBe("/desk?view=1");
  expect(queueHref(read("view=1&status=open&assignee=none"), views)).toBe("/desk?view=1");
  expect(queueHref(read("status=all"), views)).toBe("/desk?status=all");
  expect(queueHref(read("view=2&layout=board"), views)).toBe("/desk?view=2");
});

test("every place leads back to itself", () => {
  const place = fc.record({
    viewId: fc.constantFrom(undefined, 1, 2),
    layout: fc.constantFrom("table" as const, "board" as const),
    cursor: fc.constantFrom(undefined, "after-1-2"),
    filter: fc
      .record({
        statuses: fc.uniqueArray(fc.constantFrom(...statuses)),
        priorities: fc.uniqueArray(fc.constantFrom(...priorities)),
        assignees: fc.uniqueArray(fc.constantFrom("me" as const, "none" as const, 7)),
        text: fc.constantFrom("", "ä & ö=1", "#12"),
        tags: fc.constantFrom([], ["vip"]),
      })
      .map(filterOf),
  });
  fc.assert(
    fc.property(place, (there) => {
      const back = read(queueQuery(there, views));
      expect({ ...back, filter: formatFilter(back.filter) }).toEqual({ ...there, filter: formatFilter(there.filter) });
    }),
  );
});

test("a heading sorts downwards first, then the other way round", () => {
  const once = sortedBy(read("status=all"), "priority");
  expect(once.sort).toEqual({ key: "priority", isDescending: true });
  expect(sortedBy({ filter: once }, "priority").sort).toEqual({ key: "priority", isDescending: false });
  expect(sortedBy({ filter: once }, "number").sort).toEqual({ key: "number", isDescending: true });
});

test("taking one filter away leaves the others", () => {
  const { filter } = read("status=open&tag=vip&sort=number");
  expect(formatFilter(without(filter, "tags"))).toBe("status=open&sort=number");
});

test.each(
  Object.entries({
    statuses: ["open"],
    types: ["malfunction"],
    teamIds: [1],
    assignees: ["me"],
    requesterIds: [1],
    organisationIds: [1],
    priorities: ["high"],
    tags: ["vip"],
    channels: ["mail"],
    productIds: [1],
    versionIds: [1],
    moduleIds: [1],
    developmentStatusIds: [1],
    stages: ["solve"],
    answered: ["affected"],
    promiseIds: [1],
    addressIds: [1],
    relation: "own",
    openedFrom: "2026-03-01",
    openedUntil: "2026-03-01",
    text: "beeps",
    sort: { key: "due", isDescending: false },
  } satisfies TicketFilter),
)("an address that says %s shows no view's list", (name, value) => {
  const filter = filterOf({ [name]: value });
  expect(readPlace(new URLSearchParams(formatFilter(filter)), views)).toMatchObject({ viewId: undefined, filter });
});
