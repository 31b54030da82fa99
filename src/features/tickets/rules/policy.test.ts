import { describe, expect, test } from "vitest";
import { paperCast as cast, somebody, us } from "../../../../test/support/cast.ts";
import { paperTicket, paperType } from "../../../../test/support/paper-ticket.ts";
import type { Actor } from "../../../platform/actor.ts";
import { can, mayReply, mustBeAbleTo, rights, standingOf, standings } from "./policy.ts";
import type { Status, Ticket } from "./ticket.ts";

const { ann, mo, ada, tom, cy, cora, mia, eve } = cast;
/** Tom is assigned and Pat reads along in CC, so that everybody who can stand in some way to a ticket is there. */
const pat = { ...eve, personId: 15, name: "Pat", organisationIds: [] };
const everybody: Record<string, Actor> = {
  visitor: somebody,
  stranger: eve,
  colleague: cora,
  manager: mia,
  participant: pat,
  requester: cy,
  member: ann,
  assignee: tom,
  moderator: mo,
  administrator: ada,
  system: us,
};
const ticketIn = (status: Status, facts: Partial<Ticket> = {}): Ticket =>
  paperTicket({
    status,
    participantIds: [pat.personId],
    assigneeIds: status === "open" || status === "draft" ? [] : [tom.personId],
    closedAt: status === "closed" ? new Date() : null,
    ...facts,
  });

test("everybody of the table stands in his own way to the ticket", () => {
  const found = Object.values(everybody).map((actor) => standingOf(actor, ticketIn("in_progress")));
  expect(new Set(found)).toEqual(new Set(standings));
});

describe("who does not know of it may do nothing", () => {
  const nobodyButTheDesk = [somebody, eve, cora, mia, pat, cy];
  const nobodyButTheOwner = [somebody, eve, cora, mia, pat, ann, tom, mo, ada];

  test("internal tickets are not for customers, not even for the one whom it is about", () => {
    const ticket = ticketIn("in_progress", { visibility: "internal" });
    for (const actor of nobodyButTheDesk) for (const right of rights) expect(can(actor, right, ticket)).toBe(false);
    expect(can(ann, "read", ticket)).toBe(true);
  });

  test("a draft is its owner's alone, also once it is discarded", () => {
    for (const ticket of [ticketIn("draft"), ticketIn("cancelled", { submittedAt: null })]) {
      for (const actor of nobodyButTheOwner) for (const right of rights) expect(can(actor, right, ticket)).toBe(false);
      expect(can(cy, "read", ticket)).toBe(true);
    }
  });

  test("an organisation's people see nothing of another one, and nothing of tickets without one", () => {
    expect(can(eve, "read", ticketIn("open"))).toBe(false);
    expect(can(cora, "read", ticketIn("open", { organisationId: null }))).toBe(false);
    expect(can(cora, "read", ticketIn("open"))).toBe(true);
  });
});

test("customers never get to what is internal, agents always", () => {
  for (const [who, actor] of Object.entries(everybody)) {
    const isDesk = ["member", "assignee", "moderator", "administrator", "system"].includes(who);
    expect([who, can(actor, "readInternals", ticketIn("open"))]).toEqual([who, isDesk]);
    expect([who, can(actor, "note", ticketIn("open"))]).toEqual([who, isDesk]);
  }
});

test("what could be done in another state is said to be a matter of the state", () => {
  expect(() => mustBeAbleTo(cy, "cancel", ticketIn("in_progress"))).toThrow("tickets.onlyWhileOpen");
  expect(() => mustBeAbleTo(cora, "cancel", ticketIn("open"))).toThrow("platform.forbidden");
  expect(() => mustBeAbleTo(ann, "take", ticketIn("in_progress"))).toThrow("tickets.isTaken");
  const kept = ticketIn("in_progress", { type: paperType({ onlyAssigneesWrite: true }) });
  expect(() => mustBeAbleTo(ann, "reply", kept)).toThrow("tickets.takeFirst");
});

test("words belong into a ticket from those who take part in it", () => {
  const ticket = ticketIn("in_progress");
  expect([cy, pat, tom, cora, eve, ann].map(({ personId }) => mayReply(ticket, personId))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
