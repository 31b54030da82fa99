import fc from "fast-check";
import { expect, test } from "vitest";
import { filterOf, formatFilter, parseFilter, sortKeys, usualSort, type TicketFilter } from "./filter.ts";
import { channels, priorities, statuses } from "./rules/ticket.ts";

const parse = (query: string) => parseFilter(new URLSearchParams(query));

test("reads an address", () => {
  expect(
    parse("status=open,waiting&assignee=me&assignee=7&type=malfunction&from=2026-03-01&q= vpn &sort=opened"),
  ).toEqual(
    filterOf({
      statuses: ["open", "waiting"],
      assignees: ["me", 7],
      types: ["malfunction"],
      openedFrom: "2026-03-01",
      text: "vpn",
      sort: { key: "opened", isDescending: false },
    }),
  );
});

test("leaves out what nobody knows, so that an old link still works", () => {
  expect(parse("status=weird&team=-1&team=x&assignee=you&priority=urgent&from=2026-02-31x&sort=-shoe&page=7")).toEqual(
    filterOf({ sort: usualSort }),
  );
});

const anyFilter: fc.Arbitrary<TicketFilter> = fc.record({
  statuses: fc.subarray([...statuses]),
  types: fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,12}$/), { maxLength: 3 }),
  teamIds: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
  assignees: fc.uniqueArray(fc.constantFrom("me" as const, "none" as const, 7), { maxLength: 3 }),
  requesterIds: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
  organisationIds: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 3 }),
  priorities: fc.subarray([...priorities]),
  tags: fc.uniqueArray(fc.stringMatching(/^[a-zäöü& ]*[a-z]$/), { maxLength: 3 }),
  channels: fc.subarray([...channels]),
  productIds: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
  versionIds: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
  moduleIds: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
  developmentStatusIds: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
  stages: fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,12}$/), { maxLength: 2 }),
  answered: fc.uniqueArray(fc.stringMatching(/^[a-z_]{1,12}$/), { maxLength: 2 }),
  promiseIds: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
  addressIds: fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 2 }),
  relation: fc.constantFrom(undefined, "own", "cc", "organisation"),
  openedFrom: fc.constantFrom(undefined, "2026-03-01"),
  openedUntil: fc.constantFrom(undefined, "2026-12-31"),
  text: fc.string().map((text) => text.trim()),
  sort: fc.record({ key: fc.constantFrom(...sortKeys), isDescending: fc.boolean() }),
});

test("whatever is filtered comes back from its address the same", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      expect(parse(formatFilter(filter))).toEqual(filter);
    }),
  );
});
