import { afterEach, describe, expect, it } from "vitest";
import { us } from "../../../test/support/cast.ts";
import { openScene, outline, printer, type EffectScene } from "../../../test/support/ticket-mails.ts";
import { act } from "../../platform/act.ts";
import { listEvents, type StoredEvent } from "../../platform/events.ts";
import { drainJobs, enqueue } from "../../platform/jobs.ts";
import { useClock } from "../../platform/time.ts";
import { changeOrganisation, changeTeam, listPackages, listTeams } from "../people/index.ts";
import { addTarget, changeTarget } from "../service-levels/index.ts";
import { addCalendar, changeCalendar, formatHours, listCalendars, makeDefaultCalendar } from "../working-time/index.ts";
import { announceDeadlines } from "./actions/announce-deadlines.ts";
import { askCustomer } from "./actions/ask-customer.ts";
import { changeFields } from "./actions/change-fields.ts";
import { closeTicket } from "./actions/close-ticket.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { resolveTicket } from "./actions/resolve-ticket.ts";
import { takeTicket } from "./actions/take-ticket.ts";
import { undoReply } from "./actions/undo-reply.ts";
import { announceDeadlinesJob, recompute, recomputeDeadlinesJob, watchDeadlinesJob } from "./deadline-jobs.ts";
import { findTicketByNumber, getTicket } from "./store/tickets.ts";
import { listTickets } from "./store/lists.ts";
import { filterOf } from "./filter.ts";

// In a week without holidays: Monday, 1 June 2026, 10:00 in Berlin.
let time = new Date("2026-06-01T08:00:00Z");
let restore: (() => void) | undefined;
afterEach(() => restore?.());
const at = (wall: string): Date =>
  new Date(Temporal.PlainDateTime.from(`2026-06-${wall}`).toZonedDateTime("Europe/Berlin").epochMilliseconds);
const clockAt = (wall: string): void => {
  time = at(wall);
  restore?.();
  restore = useClock(() => time);
};

const promise = { firstResponse: "2 h", nextResponse: "3 h", resolution: "16 h", warnBefore: "30 min" };

/** Cy asks on Monday at 17:00; two hours for the first answer, warned half an hour before. */
const withTicket = async (targets: readonly object[] = [promise]) => {
  clockAt("01T09:00");
  const scene = await openScene();
  const { db } = scene.context;
  const targetIds: number[] = [];
  for (const target of targets) targetIds.push((await act(db, scene.ada, addTarget, target)).targetId);
  clockAt("01T17:00");
  const { ticketId } = await act(db, scene.cy, openTicket, printer);
  const ticket = () => getTicket(db, us, ticketId);
  return { ...scene, db, ticketId, ticket, due: async () => (await ticket()).due, targetIds };
};

const watch = async ({ context }: Pick<EffectScene, "context">) => {
  await enqueue(context.db, watchDeadlinesJob.name, {});
  await drainJobs(context, [watchDeadlinesJob, announceDeadlinesJob]);
};

const recomputed = async ({ context }: Pick<EffectScene, "context">, event: Partial<StoredEvent> = {}) => {
  await recompute.run(context, { subject: { kind: "service-level", id: 1 }, ...event } as StoredEvent);
  await drainJobs(context, [recomputeDeadlinesJob]);
};

const clocksIn = ({ db, ticketId }: { db: EffectScene["context"]["db"]; ticketId: number }) =>
  db
    .selectFrom("ticket_clocks")
    .select(["kind", "round", "pace", "due_at", "outcome", "used_minutes"])
    .where("ticket_id", "=", ticketId)
    .orderBy("started_at")
    .orderBy("kind")
    .orderBy("round")
    .execute();

describe("a ticket's deadlines", () => {
  it("are there from its first moment, move with it, and are kept when it is done", async () => {
    const scene = await withTicket();
    const { db, ticketId, due, ann, cy } = scene;
    expect(await due()).toEqual({ kind: "first_response", at: at("02T10:00"), warnAt: at("02T09:30") });
    clockAt("02T09:15");
    await act(db, ann, takeTicket, { ticketId });
    await act(db, ann, replyToTicket, { ticketId, text: "Is it on?", holdSeconds: 0 });
    expect(await due()).toEqual({ kind: "resolution", at: at("03T15:00"), warnAt: at("03T14:30") });
    await act(db, ann, askCustomer, { ticketId });
    expect(await due()).toEqual({ kind: "resolution", at: null, warnAt: null });
    clockAt("04T12:00");
    await act(db, cy, replyToTicket, { ticketId, text: "Yes." });
    expect(await due()).toEqual({ kind: "next_response", at: at("04T15:00"), warnAt: at("04T14:30") });
    clockAt("04T16:00");
    await act(db, ann, resolveTicket, { ticketId, result: "Switched on." });
    await act(db, ann, closeTicket, { ticketId });
    expect(await due()).toBeNull();
    expect(await clocksIn(scene)).toEqual([
      { kind: "first_response", round: 1, pace: "over", due_at: null, outcome: "met", used_minutes: 75 },
      { kind: "resolution", round: 1, pace: "over", due_at: null, outcome: "met", used_minutes: 75 + 240 },
      { kind: "next_response", round: 1, pace: "over", due_at: at("04T15:00"), outcome: "missed", used_minutes: 240 },
    ]);
  });

  it("are seen by the desk only, in lists the soonest first", async () => {
    const { db, ticketId, cy, ann } = await withTicket();
    clockAt("01T16:00");
    const { ticketId: earlier } = await act(db, cy, openTicket, printer);
    await act(db, ann, askCustomer, { ticketId: earlier });
    const filter = filterOf({ sort: { key: "due", isDescending: false } });
    const { tickets } = await listTickets(db, ann, { filter });
    expect(tickets.map(({ id }) => id)).toEqual([ticketId, earlier]);
    expect(tickets[0]!.due).not.toBeNull();
    const seen = await listTickets(db, cy, { filter });
    expect(seen.tickets.map(({ due }) => due)).toEqual([null, null]);
    expect((await findTicketByNumber(db, cy, tickets[0]!.number))!.number).toBe(tickets[0]!.number);
  });

  it("follow the priority, and count what was used before", async () => {
    const blocker = { ...promise, priority: "blocker", firstResponse: "30 min", resolution: "4 h" };
    const { db, ticketId, ann, due } = await withTicket([promise, blocker]);
    clockAt("02T09:00");
    const typeId = (
      await db.selectFrom("ticket_types").select("id").where("key", "=", "malfunction").executeTakeFirstOrThrow()
    ).id;
    await act(db, ann, changeFields, { ticketId, typeId });
    await act(db, ann, changeFields, { ticketId, priority: "blocker" });
    // An hour is used on Monday; half an hour was promised.
    expect(await due()).toMatchObject({ kind: "first_response", at: at("01T17:30") });
    await act(db, ann, changeFields, { ticketId, priority: "low" });
    expect(await due()).toMatchObject({ kind: "first_response", at: at("02T10:00") });
  });

  it("take an answer that was taken back as never given", async () => {
    const { db, ticketId, ann, due } = await withTicket();
    clockAt("02T09:15");
    const { messageId } = await act(db, ann, replyToTicket, { ticketId, text: "Wrong ticket", thenStatus: "resolved" });
    expect(await due()).toBeNull();
    await act(db, ann, undoReply, { messageId });
    expect(await due()).toMatchObject({ kind: "first_response", at: at("02T10:00") });
  });

  it("follow the organisation's package from the moment on at which it changes", async () => {
    const scene = await withTicket([promise]);
    const { db, ticketId, ada, due, ticket } = scene;
    const gold = (await listPackages(db)).find(({ names }) => names.en === "Gold")!;
    await act(db, ada, addTarget, { ...promise, packageId: gold.id, firstResponse: "1 h 30 min" });
    clockAt("02T09:10");
    const organisationId = (await ticket()).organisationId!;
    await act(db, ada, changeOrganisation, { organisationId, name: "Acme", packageId: gold.id });
    await recomputed(scene, { subject: { kind: "organisation", id: organisationId } });
    expect(await due()).toMatchObject({ kind: "first_response", at: at("02T09:30") });
    expect(ticketId).toBe((await ticket()).id);
  });

  it("count the past in the calendar that the team had, and that was the default, then", async () => {
    const scene = await withTicket();
    const { db, ada, ann, cy, firstLevel } = scene;
    const late = { name: "Late", timeZone: "Europe/Berlin", region: "", specialDays: [] };
    const { calendarId } = await act(db, ada, addCalendar, { ...late, week: Array<string>(7).fill("13-20") });
    clockAt("01T12:00");
    const inTeam = (await act(db, cy, openTicket, printer)).ticketId;
    const inNone = (await act(db, cy, openTicket, printer)).ticketId;
    await act(db, ann, changeFields, { ticketId: inTeam, teamId: firstLevel });
    clockAt("01T13:00");
    const [team] = (await listTeams(db)).filter(({ id }) => id === firstLevel);
    await act(db, ada, changeTeam, { ...team!, teamId: firstLevel, calendarId, assigneeId: undefined });
    await recomputed(scene, { subject: { kind: "team", id: firstLevel } });
    const dueOf = async (ticketId: number) => (await getTicket(db, us, ticketId)).due?.at;
    // An hour was used up since noon; the calendar of now had not even begun then.
    expect(await dueOf(inTeam)).toEqual(at("01T14:00"));
    clockAt("01T13:30");
    await act(db, ada, makeDefaultCalendar, { calendarId });
    clockAt("01T18:30");
    await recomputed(scene);
    expect(await dueOf(inNone)).toEqual(at("01T14:00"));
    // What comes now counts as is so now.
    const { ticketId } = await act(db, cy, openTicket, printer);
    expect(await dueOf(ticketId)).toEqual(at("02T13:30"));
  });

  it("are computed anew when a calendar or a promise changes, and only what is not over", async () => {
    const scene = await withTicket();
    const { db, ticketId, ada, ann, cy, due, targetIds } = scene;
    const { ticketId: done } = await act(db, cy, openTicket, printer);
    await act(db, ann, resolveTicket, { ticketId: done });
    await act(db, ann, closeTicket, { ticketId: done });
    const before = await clocksIn({ db, ticketId: done });
    clockAt("01T18:30");
    const [calendar] = await listCalendars(db);
    const { name, time: hours } = calendar!;
    await act(db, ada, changeCalendar, {
      calendarId: calendar!.id,
      name,
      timeZone: hours.timeZone,
      region: "",
      week: hours.week.map((day) => (day.length > 0 ? "08:00–18:00" : formatHours(day))),
    });
    await recomputed(scene, { subject: { kind: "calendar", id: calendar!.id } });
    expect(await due()).toMatchObject({ at: at("02T09:00") });
    await act(db, ada, changeTarget, { targetId: targetIds[0]!, ...promise, firstResponse: "4 h" });
    await recomputed(scene);
    expect(await due()).toMatchObject({ at: at("02T11:00") });
    expect(await clocksIn({ db, ticketId: done })).toEqual(before);
    expect(ticketId).not.toBe(done);
  });
});

describe("who is told", () => {
  const said = async ({ db, ticketId }: { db: EffectScene["context"]["db"]; ticketId: number }) =>
    (await listEvents(db, { kind: "ticket", id: ticketId }))
      .map(({ name }) => name)
      .filter((name) => name.includes("deadline"));

  it("hears once that a deadline is near, and once that it was missed", async () => {
    const scene = await withTicket();
    clockAt("02T09:29");
    await watch(scene);
    expect(await said(scene)).toEqual([]);
    clockAt("02T09:30");
    await watch(scene);
    await watch(scene);
    expect(await said(scene)).toEqual(["ticket.deadline-near"]);
    clockAt("02T10:00");
    await watch(scene);
    await watch(scene);
    expect(await said(scene)).toEqual(["ticket.deadline-near", "ticket.deadline-missed"]);
    const before = (await scene.ticket()).version;
    expect(before).toBe(1);
  });

  it("is whoever the ticket is assigned to, by mail, unless it has been done meanwhile", async () => {
    const scene = await withTicket();
    const { db, ticketId, ann } = scene;
    await act(db, ann, takeTicket, { ticketId });
    clockAt("02T10:30");
    const mails = await scene.after(us, announceDeadlines, { ticketId });
    expect(outline(mails)).toEqual([`tickets.deadline-missed to ${ann.email}`]);
    expect(mails[0]!.text).toContain("First answer for #10001 is overdue");
    expect(mails[0]!.text).toContain("2 Jun 2026, 10:00");
  });

  it("hears nothing of what a setting made late", async () => {
    const scene = await withTicket([{ ...promise, firstResponse: "", nextResponse: "", resolution: "400 h" }]);
    const { db, ada, targetIds, due } = scene;
    clockAt("03T12:00");
    await act(db, ada, changeTarget, { targetId: targetIds[0]!, ...promise });
    await recomputed(scene);
    expect(await due()).toMatchObject({ kind: "first_response", at: at("02T10:00") });
    await watch(scene);
    expect(await said(scene)).toEqual([]);
  });
});
