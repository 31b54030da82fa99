import { afterEach, expect, test } from "vitest";
import { us } from "../../../../test/support/cast.ts";
import { startHouse } from "../../../../test/support/house.ts";
import { act } from "../../../platform/act.ts";
import { Refusal } from "../../../platform/errors.ts";
import { listEvents, type StoredEvent } from "../../../platform/events.ts";
import { useClock } from "../../../platform/time.ts";
import { approvalsAbout, decide } from "../../approvals/index.ts";
import { addTarget } from "../../service-levels/index.ts";
import { clocksNow, termsNow } from "../deadlines.ts";
import { ticketsFeature } from "../feature.ts";
import { valueOf, type Changes, type Field } from "../rules/changes.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listKeptClocks } from "../store/clocks.ts";
import { getTicket } from "../store/tickets.ts";
import { addParticipant } from "./add-participant.ts";
import { askCustomer } from "./ask-customer.ts";
import { assignTicket } from "./assign-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { closeTicket } from "./close-ticket.ts";
import { confirmSolution } from "./confirm-solution.ts";
import { escalateTicket } from "./escalate-ticket.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { proposeSolution } from "./propose-solution.ts";
import { rateTicket } from "./rate-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { takeBack } from "./take-back.ts";
import { takeTicket } from "./take-ticket.ts";
import { unmergeTicket } from "./unmerge-ticket.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());

/** The same numbers each time. */
const dice = (seed: number) => {
  let state = seed;
  return <T>(of: readonly [T, ...T[]]): T => {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    // Its low bits repeat too soon.
    return of[Math.floor((state / 0x80000000) * of.length)] ?? of[0];
  };
};

const start = async () => {
  let clock = new Date("2026-03-02T08:00:00Z");
  restore = useClock(() => clock);
  const house = await startHouse(ticketsFeature);
  const { db, cast } = house;
  const demands = { has_rating: true, needs_approval: true, needs_confirmation: false };
  await db.updateTable("ticket_types").set(demands).where("key", "<>", "technical").execute();
  await db.updateTable("ticket_types").set({ kind: "technical" }).where("key", "=", "technical").execute();
  await act(db, cast.ada, addTarget, { firstResponse: "2 h", nextResponse: "2 h", resolution: "8 h" });
  const opened: number[] = [];
  for (const who of [cast.cy, cast.cora, cast.eve, cast.cy, cast.cora])
    opened.push((await act(db, who, openTicket, { subject: "Printer", text: "It beeps." })).ticketId);
  const wait = (milliseconds: number) => (clock = new Date(clock.getTime() + milliseconds));
  return { ...house, opened, wait };
};
type Desk = Awaited<ReturnType<typeof start>>;

/** One of all that people do to tickets, by somebody, to one of these. */
const doing = ({ db, cast, opened }: Desk, roll: ReturnType<typeof dice>): (() => Promise<unknown>) => {
  const [first = 0, ...rest] = opened;
  const ticketId = roll([first, ...rest]);
  const agent = roll([cast.ann, cast.tom, cast.mo]);
  const customer = roll([cast.cy, cast.cora, cast.eve]);
  const into = 10_001 + opened.indexOf(roll([first, ...rest]));
  const sight = roll(["together", "apart"]);
  const holdSeconds = 10;
  const answered = async () => {
    const open = (await approvalsAbout(db, "ticket", ticketId)).find(({ outcome }) => outcome === null);
    const decision = { verdict: roll(["approved", "declined"]), reason: "So it is.", via: "portal" };
    return open && act(db, customer, decide, { approvalId: open.id, ...decision });
  };
  const undone = async () => {
    const own = (await listEvents(db, { kind: "ticket", id: ticketId })).filter(
      (event) => event.actor.id === agent.personId,
    );
    const last = own.findLast(({ payload }) => payload["undoableUntil"] !== undefined);
    return last && act(db, agent, takeBack, { ticketId, eventIds: [last.id] });
  };
  return roll([
    () => act(db, agent, takeTicket, { ticketId }),
    () => act(db, agent, assignTicket, { ticketId, assigneeIds: roll([[cast.ann.personId], []]), holdSeconds }),
    () => act(db, agent, askCustomer, { ticketId }),
    () => act(db, agent, replyToTicket, { ticketId, text: "Which one?", holdSeconds: roll([0, 10]) }),
    () => act(db, customer, replyToTicket, { ticketId, text: "The large one." }),
    () => act(db, agent, resolveTicket, { ticketId, result: roll(["New", "Old"]), holdSeconds }),
    () => act(db, agent, closeTicket, { ticketId, holdSeconds }),
    () => act(db, agent, reopenTicket, { ticketId }),
    () => act(db, agent, changeFields, { ticketId, visibility: roll(["public", "internal"]) }),
    () => act(db, agent, addParticipant, { ticketId, email: customer.email ?? "" }),
    () => act(db, agent, proposeSolution, { ticketId, text: "A new one.", approverIds: [customer.personId] }),
    () => act(db, customer, confirmSolution, { ticketId }),
    () => act(db, customer, rateTicket, { ticketId, rating: 4 }),
    () => act(db, agent, escalateTicket, { ticketId, subject: "Beep", text: "Silence it." }),
    () => act(db, agent, mergeTicket, { ticketId, number: into, sight }),
    () => act(db, agent, unmergeTicket, { ticketId }),
    answered,
    undone,
  ]);
};

/** What its history does not tell as it is. */
const contradictions = (ticket: Ticket, history: readonly StoredEvent[]): string[] => {
  const known = new Map<Field, unknown>();
  const found: string[] = [];
  for (const { payload, name } of history)
    for (const [key, change] of Object.entries((payload["changes"] ?? {}) as Changes)) {
      const field = key as Field;
      if (known.has(field) && JSON.stringify(known.get(field)) !== JSON.stringify(change.from))
        found.push(`${name}: ${field}`);
      known.set(field, change.to);
    }
  for (const [field, value] of known)
    if (JSON.stringify(valueOf(ticket, field)) !== JSON.stringify(value)) found.push(`is not: ${field}`);
  return found;
};

const isUnapproved = ({ visibility, mergedInto, status, approval }: Ticket): boolean =>
  visibility === "public" && mergedInto === null && ["resolved", "closed"].includes(status) && approval !== "approved";

test("whatever ten people do to the same tickets at once leaves one history, its deadlines, and nothing resolved that nobody approved", async () => {
  const desk = await start();
  const { db, drain, wait } = desk;
  const roll = dice(20_261_122);
  let done = 0;
  for (let round = 0; round < 24; round++) {
    wait(roll([5_000, 60_000, 8 * 3_600_000]));
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => doing(desk, roll)()));
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") done++;
      else expect(outcome.reason).toBeInstanceOf(Refusal);
    }
    for (const id of desk.opened) expect(isUnapproved(await getTicket(db, us, id))).toBe(false);
    if (round % 8 === 7) await drain();
  }
  await drain();
  expect(done).toBeGreaterThan(50);
  const terms = await termsNow(db);
  for (const { id } of await db.selectFrom("tickets").select("id").orderBy("id").execute()) {
    const ticket = await getTicket(db, us, id);
    const history = await listEvents(db, { kind: "ticket", id });
    expect(contradictions(ticket, history)).toEqual([]);
    const versions = history.map(({ payload }) => payload["version"]).filter((version) => version !== undefined);
    expect(versions).toEqual(versions.map((_, index) => index + 1));
    const kept = (await listKeptClocks(db, id)).map(({ kind, round, dueAt, endedAt }) => ({
      kind,
      round,
      dueAt,
      endedAt,
    }));
    const computed = (await clocksNow(db, ticket, terms)).map(({ kind, round, dueAt, endedAt }) => ({
      kind,
      round,
      dueAt,
      endedAt,
    }));
    expect(new Set(kept)).toEqual(new Set(computed));
    const asked = (await approvalsAbout(db, "ticket", id)).filter(({ outcome }) => outcome === null);
    expect(asked).toHaveLength(ticket.approval === "pending" ? 1 : 0);
  }
});
