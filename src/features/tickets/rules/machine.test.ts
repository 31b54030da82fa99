import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperType } from "../../../../test/support/paper-ticket.ts";
import { actors, situations, ticketIn } from "../../../../tools/ticket-machine.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import { demandFault } from "../../ticket-types/rules/index.ts";
import { timesOf, withConsequences } from "./changes.ts";
import { undocumented } from "./demands.ts";
import { can, mustBeAbleTo, offers, standings, type Standing } from "./policy.ts";
import { isLegal, move, verbs, type Verb } from "./status.ts";
import { approvalStates, statuses, type Status, type Ticket, type TicketType } from "./ticket.ts";

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
    needsFeedback: fc.boolean(),
    kind: fc.constantFrom("request" as const, "technical" as const),
    stages: fc.constantFrom([], [stage]),
  })
  .map((facts): TicketType => paperType(facts));
const savableType = anyType.filter((type) => demandFault(type) === undefined);

const moment = fc.constantFrom(null, now());
const anyTicket = fc
  .record({
    type: anyType,
    status: fc.constantFrom(...statuses),
    approval: fc.constantFrom(...approvalStates),
    solution: fc.constantFrom(null, "A new cable."),
    confirmedAt: moment,
    confirmationWaivedAt: moment,
    ratedAt: moment,
    feedbackWaivedAt: moment,
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

  test("nothing is closed without what its type demands, not even by silence, but by a merge or before it was submitted", () => {
    fc.assert(
      fc.property(anyTicket, fc.constantFrom(...verbs), (ticket, verb) => {
        if (ticket.status === "closed" || !isLegal(ticket, verb) || move(ticket, verb) !== "closed") return;
        if (["merge", "cancel", "discard"].includes(verb)) return;
        expect(undocumented(done(ticket, verb, "closed"))).toBeUndefined();
        expect(ticket.approval).not.toBe("pending");
      }),
      { numRuns: 5_000 },
    );
  });

  test("whatever has happened, agents alone can close the ticket, whatever settings its type was saved with", () => {
    fc.assert(
      fc.property(savableType, fc.constantFrom("public" as const, "internal" as const), (type, visibility) => {
        const facts = { type, visibility };
        expect(stranded(ticketIn({ name: "", explained: "", facts }, "open"))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test("what a draft is ended by is its owner's", () => {
    fc.assert(
      fc.property(savableType, (type) => {
        fc.pre(type.statuses.includes("draft"));
        const draft = ticketIn({ name: "", explained: "", facts: { type } }, "draft");
        expect([...offers(actors.requester, draft)]).toEqual(expect.arrayContaining(["submit", "discard"]));
      }),
    );
  });

  test("the order in which what is demanded comes makes no difference: it closes with the last of it", () => {
    const givers: Partial<Record<Verb, Verb[]>> = {
      confirm: ["confirm", "recordConfirmation", "waiveConfirmation"],
      rate: ["rate", "waiveFeedback"],
      document: ["document"],
    };
    const anyOrder = fc.shuffledSubarray(["confirm", "rate", "document"] as const, { minLength: 3 });
    const choice = fc.record({ order: anyOrder, picks: fc.array(fc.nat(2), { minLength: 3, maxLength: 3 }) });
    fc.assert(
      fc.property(savableType, choice, (type, { order, picks }) => {
        fc.pre(type.statuses.includes("resolved") && !type.needsApproval);
        let ticket = ticketIn({ name: "", explained: "", facts: { type } }, "open");
        ticket = done(ticket, "resolve", move(ticket, "resolve"));
        for (const [index, verb] of order.entries()) {
          const ways = givers[verb]!.filter((way) => isLegal(ticket, way));
          const way = ways[picks[index]! % Math.max(ways.length, 1)];
          if (ticket.status === "resolved" && way) ticket = done(ticket, way, move(ticket, way));
        }
        expect(ticket.status).toBe("closed");
      }),
      { numRuns: 500 },
    );
  });
});

const agents: readonly Standing[] = ["member", "assignee", "moderator"];
/** Without those that end the ticket by taking it somewhere else or giving it up, or that need the customer. */
const closing = (verb: Verb): boolean => !["merge", "cancel", "reopen", "answer"].includes(verb);

const keyOf = (ticket: Ticket): string => {
  const { status, approval, solution, confirmedAt, confirmationWaivedAt, ratedAt, feedbackWaivedAt } = ticket;
  const verdicts = [confirmedAt, confirmationWaivedAt, ratedAt, feedbackWaivedAt].map((at) => at !== null);
  return JSON.stringify([status, approval, solution, verdicts, ticket.assigneeIds.length > 0]);
};

/** States to which anybody's offered verbs lead and from which those of agents lead to no end. */
const stranded = (first: Ticket): string[] => {
  const comesFrom = new Map<string, Set<string>>();
  const seen = new Map([[keyOf(first), first]]);
  for (const [key, ticket] of seen)
    for (const standing of standings)
      for (const verb of offers(actors[standing], ticket)) {
        const before = assigned(ticket, verb);
        const after = done(before, verb, move(before, verb));
        if (after.mergedInto !== null) continue;
        if (!seen.has(keyOf(after))) seen.set(keyOf(after), after);
        if (agents.includes(standing) && closing(verb))
          comesFrom.set(keyOf(after), (comesFrom.get(keyOf(after)) ?? new Set()).add(key));
      }
  const ended = new Set([...seen].filter(([, { status }]) => isEnd(status)).map(([key]) => key));
  for (const key of ended) for (const before of comesFrom.get(key) ?? []) ended.add(before);
  return [...seen.keys()].filter((key) => !ended.has(key));
};
const isEnd = (status: Status): boolean => status === "closed" || status === "cancelled";

const assigned = (ticket: Ticket, verb: Verb): Ticket => {
  if (verb === "assign" || verb === "take" || verb === "start") return { ...ticket, assigneeIds: [4] };
  return verb === "unassignLast" ? { ...ticket, assigneeIds: [] } : ticket;
};

/** The ticket after the verb, with what the verb's action writes beside the status. */
const done = (ticket: Ticket, verb: Verb, status: Status): Ticket => ({
  ...ticket,
  ...withConsequences(ticket, { status }),
  ...(status !== ticket.status && timesOf(status, ticket)),
  ...((verb === "confirm" || verb === "recordConfirmation") && { confirmedAt: now() }),
  ...(verb === "waiveConfirmation" && { confirmationWaivedAt: now() }),
  ...(verb === "rate" && { ratedAt: now() }),
  ...(verb === "waiveFeedback" && { feedbackWaivedAt: now() }),
  ...(verb === "document" && { solution: "A new cable." }),
  ...(verb === "propose" && { approval: "pending" as const }),
  ...(verb === "decide" && { approval: "approved" as const }),
  ...(verb === "withdraw" && { approval: "none" as const }),
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
