import { readFile } from "node:fs/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperType } from "../../../../test/support/paper-ticket.ts";
import { actors, situations, ticketIn, ticketMachine } from "../../../../tools/ticket-machine.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import { undocumented } from "./demands.ts";
import { can, mustBeAbleTo, offers, standings } from "./policy.ts";
import { isLegal, move, verbs, type Verb } from "./status.ts";
import { approvalStates, statuses, type Status, type Ticket, type TicketType } from "./ticket.ts";

test("docs/ticket-machine.md is current (node bin/run.mjs tools/write-ticket-machine.ts)", async () => {
  expect(await readFile("docs/ticket-machine.md", "utf8")).toBe(await ticketMachine());
});

test("every verb is offered to somebody in some situation, and every status is come to", () => {
  const offered = new Set<Verb>();
  const reached = new Set<Status>(["draft"]);
  for (const situation of situations)
    for (const status of statuses)
      for (const standing of standings) {
        const ticket = ticketIn(situation, status);
        for (const verb of offers(actors[standing], ticket)) {
          offered.add(verb);
          reached.add(move(ticket, verb));
        }
      }
  expect([...offered].sort()).toEqual([...verbs].sort());
  expect([...reached].sort()).toEqual([...statuses].sort());
});

const stage = { id: 1, key: "solve", names: { en: "Solve", de: "Lösen" }, steps: [], isRetired: false };
const anyType = fc
  .record({
    statuses: fc.subarray([...statuses]).map((some) => [...new Set<Status>([...some, "open", "closed"])]),
    hasRating: fc.boolean(),
    reopenDays: fc.integer({ min: 0, max: 30 }),
    onlyAssigneesWrite: fc.boolean(),
    needsApproval: fc.boolean(),
    needsSolution: fc.boolean(),
    needsConfirmation: fc.boolean(),
    stages: fc.constantFrom([], [stage]),
  })
  .map((facts): TicketType => paperType(facts));

const anyTicket = fc
  .record({
    type: anyType,
    status: fc.constantFrom(...statuses),
    approval: fc.constantFrom(...approvalStates),
    solution: fc.constantFrom(null, "A new cable."),
    confirmedAt: fc.constantFrom(null, now()),
    isMerged: fc.boolean(),
    visibility: fc.constantFrom("public" as const, "internal" as const),
  })
  .map(({ isMerged, status, type, ...facts }): Ticket => {
    const known = type.statuses.includes(status) ? status : "open";
    const merge = isMerged ? { mergedInto: 99, statusBeforeMerge: "in_progress" as const } : {};
    return ticketIn({ name: "", explained: "", facts: { type, ...facts, ...merge } }, isMerged ? "closed" : known);
  });
const anyActor = fc.constantFrom(...standings).map((standing) => actors[standing]);

describe("whoever does whatever", () => {
  test("what is offered is never refused, and what is not offered always is, with words", () => {
    fc.assert(
      fc.property(anyActor, anyTicket, fc.constantFrom(...verbs), (actor, ticket, verb) => {
        const attempt = (): Status => {
          mustBeAbleTo(actor, verb, ticket);
          return move(ticket, verb);
        };
        if (offers(actor, ticket).has(verb)) {
          expect(statuses).toContain(attempt());
          return;
        }
        let refused: unknown;
        try {
          attempt();
        } catch (error) {
          refused = error;
        }
        expect(refused instanceof Conflict || refused instanceof Forbidden).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  test("the ticket stays in statuses of its type, and a draft is never gone back to", () => {
    fc.assert(
      fc.property(anyTicket, fc.array(fc.constantFrom(...verbs), { maxLength: 40 }), (first, steps) => {
        let ticket = first;
        for (const verb of steps) {
          if (!isLegal(ticket, verb)) continue;
          const status = move(ticket, verb);
          if (status !== ticket.status) expect(ticket.type.statuses).toContain(status);
          expect(status === "draft" && ticket.status !== "draft").toBe(false);
          ticket = done(ticket, verb, status);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test("nothing is closed without what its type demands, but by silence, by a merge or before it was submitted", () => {
    fc.assert(
      fc.property(anyTicket, fc.constantFrom(...verbs), (ticket, verb) => {
        if (ticket.status === "closed" || !isLegal(ticket, verb) || move(ticket, verb) !== "closed") return;
        if (["expire", "merge", "cancel", "discard"].includes(verb)) return;
        expect(undocumented(done(ticket, verb, "closed"))).toBeUndefined();
        expect(ticket.approval).not.toBe("pending");
      }),
      { numRuns: 5_000 },
    );
  });

  test("what waits for somebody can always be ended by somebody", () => {
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        if (ticket.status === "closed" || ticket.status === "cancelled" || ticket.mergedInto !== null) return;
        const ways = standings.flatMap((standing) =>
          [...offers(actors[standing], ticket)].filter((verb) => move(ticket, verb) !== ticket.status),
        );
        expect(ways.length).toBeGreaterThan(0);
      }),
    );
  });
});

/** The ticket after the verb, with what the verb's action writes beside the status. */
const done = (ticket: Ticket, verb: Verb, status: Status): Ticket => ({
  ...ticket,
  status,
  closedAt: status === "closed" || status === "cancelled" ? now() : null,
  ...(verb === "confirm" && { confirmedAt: now() }),
  ...(verb === "document" && { solution: "A new cable." }),
  ...(verb === "propose" && { approval: "pending" as const }),
  ...(verb === "decide" && { approval: "approved" as const }),
  ...(verb === "waive" && { approval: "waived" as const }),
  ...(verb === "merge" && { mergedInto: 99, statusBeforeMerge: ticket.status }),
  ...(verb === "unmerge" && { mergedInto: null, statusBeforeMerge: null }),
});

test("rights alone never depend on the status of the machine: what may be done is refused as a matter of state", () => {
  for (const situation of situations)
    for (const status of statuses) {
      const ticket = ticketIn(situation, status);
      for (const verb of verbs)
        if (can(actors.administrator, verb, ticket) && !isLegal(ticket, verb))
          expect(() => move(ticket, verb)).toThrow(Conflict);
    }
});
