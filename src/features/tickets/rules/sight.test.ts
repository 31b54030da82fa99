import { afterAll, describe, expect, test } from "vitest";
import { paperCast as cast } from "../../../../test/support/cast.ts";
import { paperField, paperTicket, paperType } from "../../../../test/support/paper-ticket.ts";
import { useClock } from "../../../platform/time.ts";
import type { Changes } from "./changes.ts";
import { forActor, timelineFor, type Message, type TimelineEntry } from "./sight.ts";

const at = new Date("2026-03-02T09:00:00Z");
const restore = useClock(() => at);
afterAll(restore);

const ticket = paperTicket({
  status: "in_progress",
  teamId: 3,
  tags: ["difficult-customer"],
  customFields: { gate: 3, margin: 0.2 },
  type: paperType({ fields: [paperField("gate"), paperField("margin", { audience: "agents" })] }),
  lastActivityAt: new Date("2026-03-02T08:59:00Z"),
  lastPublicAt: new Date("2026-03-01T08:00:00Z"),
});

const message = (facts: Partial<Message> = {}): Message => ({
  id: 1,
  ticketId: ticket.id,
  eventId: 1,
  kind: "public",
  isInternal: false,
  side: "agent",
  authorId: cast.ann.personId,
  authorName: "Ann",
  channel: "portal",
  text: "Hello",
  html: null,
  quoted: "",
  mailMessageId: null,
  at,
  heldUntil: null,
  takenBackAt: null,
  copyOf: null,
  attachments: [],
  ...facts,
});

const entry = (name: string, facts: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id: 1,
  at,
  name,
  actor: { kind: "agent", id: cast.ann.personId, name: "Ann" },
  payload: {},
  changes: {},
  ...facts,
});
const seenBy = (actor: (typeof cast)["cy"] | (typeof cast)["ann"], ...entries: TimelineEntry[]) =>
  timelineFor(actor, ticket, entries);

describe("a ticket", () => {
  test("shows customers nothing of the desk's own, and calls its status their name", () => {
    expect(forActor(cast.cy, { ...ticket, solution: "A worn cable.", stage: "solve" })).toMatchObject({
      solution: null,
      stage: null,
      statusName: { status: "open", en: "Open", de: "Offen" },
      turn: "us",
      assigneeIds: [],
      teamId: null,
      tags: [],
      customFields: { gate: 3 },
      lastActivityAt: ticket.lastPublicAt,
    });
  });

  test("shows agents everything", () => {
    expect(forActor(cast.ann, ticket)).toEqual({
      ...ticket,
      statusName: { status: "in_progress", en: "In progress", de: "In Arbeit" },
      turn: "us",
    });
  });
});

describe("the history shows customers", () => {
  test("no note, nothing that is still held or was taken back, but what is held no longer", () => {
    const later = new Date(at.getTime() + 1);
    const hidden = [
      entry("ticket.noted", { message: message({ kind: "note", isInternal: true }) }),
      entry("ticket.update-added", { message: message({ kind: "update", isInternal: true }) }),
      entry("ticket.replied", { message: message({ heldUntil: later }) }),
      entry("ticket.replied", { message: message({ heldUntil: at, takenBackAt: at }) }),
    ];
    expect(seenBy(cast.cy, ...hidden)).toEqual([]);
    expect(seenBy(cast.ann, ...hidden)).toHaveLength(4);
    expect(seenBy(cast.cy, entry("ticket.replied", { message: message({ heldUntil: at }) }))).toHaveLength(1);
    expect(seenBy(cast.cy, entry("ticket.update-added", { message: message({ kind: "update" }) }))).toHaveLength(1);
  });

  test("not what an agent's mail repeated, since it may have stood in a mail for agents", () => {
    const quoted = "> Ada wrote internally: he never pays";
    const answer = (side: Message["side"]) => entry("ticket.replied", { message: message({ side, quoted }) });
    expect(seenBy(cast.cy, answer("agent"))[0]?.message?.quoted).toBe("");
    expect(seenBy(cast.cy, answer("customer"))[0]?.message?.quoted).toBe(quoted);
    expect(seenBy(cast.ann, answer("agent"))[0]?.message?.quoted).toBe(quoted);
  });

  test("of a change only the fields that they see, and of a move only what they call differently", () => {
    const changes: Changes = {
      status: { from: "open", to: "assigned" },
      assigneeIds: { from: [], to: [1] },
      tags: { from: [], to: ["vip"] },
      priority: { from: "low", to: "high" },
    };
    expect(seenBy(cast.cy, entry("ticket.changed", { changes }))[0]?.changes).toEqual({ priority: changes.priority });
    expect(
      seenBy(cast.cy, entry("ticket.assigned", { changes: { status: { from: "open", to: "assigned" } } })),
    ).toEqual([]);
  });

  test("of an event's facts only those that are meant for them", () => {
    const payload = { reason: "He never pays", personIds: [1], replyEventId: 7, result: "New ribbon" };
    expect(seenBy(cast.cy, entry("ticket.resolved", { payload }))[0]?.payload).toEqual({ result: "New ribbon" });
    for (const name of ["ticket.taken", "ticket.linked", "ticket.reply-taken-back", "ticket.started", "made.up"])
      expect(seenBy(cast.cy, entry(name, { payload }))).toEqual([]);
  });
});
