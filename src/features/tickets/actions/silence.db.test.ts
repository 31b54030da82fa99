import { afterEach, describe, expect, test } from "vitest";
import { us } from "../../../../test/support/cast.ts";
import { openScene, outline, printer, type EffectScene } from "../../../../test/support/ticket-mails.ts";
import { act } from "../../../platform/act.ts";
import { drainJobs, enqueue } from "../../../platform/jobs.ts";
import { after, days, useClock } from "../../../platform/time.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { endSilenceJob, watchSilenceJob } from "../jobs.ts";
import { getTicket } from "../store/tickets.ts";
import { askCustomer } from "./ask-customer.ts";
import { changeFields } from "./change-fields.ts";
import { endSilence } from "./end-silence.ts";
import { openTicket } from "./open-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { takeTicket } from "./take-ticket.ts";

const start = new Date("2026-03-02T09:00:00Z");
let restore: (() => void) | undefined;
afterEach(() => restore?.());
const onDay = (count: number) => {
  restore?.();
  restore = useClock(() => after(start, days(count)));
};

/** Cy's ticket of the type, taken by Ann. */
const withTicket = async (typeKey: string) => {
  onDay(0);
  const scene = await openScene();
  const { context, cy, ann } = scene;
  const { ticketId } = await act(context.db, cy, openTicket, printer);
  const type = (await listTicketTypes(context.db)).find(({ key }) => key === typeKey)!;
  await act(context.db, ann, changeFields, { ticketId, typeId: type.id });
  await act(context.db, ann, takeTicket, { ticketId });
  return { ...scene, ticketId, ticket: () => getTicket(context.db, us, ticketId) };
};

/** What the clock does by itself. */
const watch = async ({ context }: Pick<EffectScene, "context">) => {
  await enqueue(context.db, watchSilenceJob.name, {});
  await drainJobs(context, [watchSilenceJob, endSilenceJob]);
};

describe("a malfunction that waits for its customer", () => {
  test("reminds after 30 days, closes 5 days later, and each says so by mail", async () => {
    const scene = await withTicket("malfunction");
    const { context, ann, cy, ticketId, ticket } = scene;
    await act(context.db, ann, askCustomer, { ticketId });
    onDay(29.9);
    await watch(scene);
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: null });
    onDay(30);
    const reminded = await scene.after(us, endSilence, { ticketId });
    expect(outline(reminded)).toEqual([`tickets.reminded to ${cy.email}`]);
    expect(reminded[0]!.text).toContain("6 Apr 2026");
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: after(start, days(35)) });
    onDay(34.9);
    await watch(scene);
    expect((await ticket()).status).toBe("waiting");
    onDay(35);
    const closed = await scene.after(us, endSilence, { ticketId });
    expect(outline(closed)).toEqual([`tickets.status to ${cy.email}`]);
    expect(closed[0]!.text).toContain("We have not heard from you");
    expect(closed[0]!.text).toContain("14 days");
    expect(await ticket()).toMatchObject({ status: "closed", closesAt: null });
  });

  test("goes on when the customer answers the reminder, and begins to count anew when asked again", async () => {
    const scene = await withTicket("malfunction");
    const { context, ann, cy, ticketId, ticket } = scene;
    await act(context.db, ann, askCustomer, { ticketId });
    onDay(30);
    await watch(scene);
    onDay(33);
    await act(context.db, cy, replyToTicket, { ticketId, text: "It still beeps." });
    expect(await ticket()).toMatchObject({ status: "in_progress", closesAt: null });
    await act(context.db, ann, askCustomer, { ticketId });
    onDay(35);
    await watch(scene);
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: null });
    onDay(63);
    await watch(scene);
    expect((await ticket()).closesAt).not.toBeNull();
  });

  test("is given its days again when we write once more after the reminder", async () => {
    const scene = await withTicket("malfunction");
    const { context, ann, ticketId, ticket } = scene;
    await act(context.db, ann, askCustomer, { ticketId });
    onDay(30);
    await watch(scene);
    onDay(31);
    await act(context.db, ann, replyToTicket, { ticketId, text: "Have you seen my question?" });
    expect((await ticket()).closesAt).toBeNull();
    onDay(40);
    await watch(scene);
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: null });
  });

  test("keeps what was announced when somebody changes a fact", async () => {
    const scene = await withTicket("malfunction");
    const { context, ann, ticketId, ticket } = scene;
    await act(context.db, ann, askCustomer, { ticketId });
    onDay(30);
    await watch(scene);
    await act(context.db, ann, changeFields, { ticketId, priority: "low" });
    expect((await ticket()).closesAt).toEqual(after(start, days(35)));
  });
});

test("a service request closes 30 days after the question, announced five days before", async () => {
  const scene = await withTicket("service_request");
  const { context, ann, ticketId, ticket } = scene;
  await act(context.db, ann, askCustomer, { ticketId });
  onDay(25);
  await watch(scene);
  expect((await ticket()).closesAt).toEqual(after(start, days(30)));
  onDay(30);
  await watch(scene);
  expect((await ticket()).status).toBe("closed");
});

describe("what is resolved", () => {
  test("names the day in mail and page, closes by itself on it, and says why", async () => {
    const scene = await withTicket("service_request");
    const { ann, cy, ticketId, ticket } = scene;
    const solved = await scene.after(ann, resolveTicket, { ticketId, result: "New ribbon" });
    expect(solved.find(({ to }) => to === cy.email)!.text).toMatch(/closes by itself on 16 Mar 2026/);
    expect((await ticket()).closesAt).toEqual(after(start, days(14)));
    onDay(13.9);
    await watch(scene);
    expect((await ticket()).status).toBe("resolved");
    onDay(14);
    const closed = await scene.after(us, endSilence, { ticketId });
    expect(closed.find(({ to }) => to === cy.email)!.text).toContain("nobody objected");
    expect(await ticket()).toMatchObject({ status: "closed", closesAt: null });
  });

  test("goes on when the customer objects: nothing is left of the day", async () => {
    const scene = await withTicket("service_request");
    const { context, ann, cy, ticketId, ticket } = scene;
    await act(context.db, ann, resolveTicket, { ticketId });
    onDay(5);
    await act(context.db, cy, replyToTicket, { ticketId, text: "It still beeps." });
    expect(await ticket()).toMatchObject({ status: "in_progress", closesAt: null });
    onDay(15);
    await watch(scene);
    expect((await ticket()).status).toBe("in_progress");
  });

  test("is announced before it closes, where it was resolved before its type closed by itself", async () => {
    const scene = await withTicket("service_request");
    const { context, ann, cy, ticketId, ticket } = scene;
    const { type } = await ticket();
    const set = (days: number | null) =>
      context.db
        .updateTable("ticket_types")
        .set({ close_resolved_after_days: days })
        .where("id", "=", type.id)
        .execute();
    await set(null);
    await act(context.db, ann, resolveTicket, { ticketId });
    expect((await ticket()).closesAt).toBeNull();
    onDay(100);
    await set(14);
    const told = await scene.after(us, endSilence, { ticketId });
    expect(told.find(({ to }) => to === cy.email)!.text).toContain("If something is still wrong");
    expect(await ticket()).toMatchObject({ status: "resolved", closesAt: after(start, days(105)) });
    onDay(105);
    await watch(scene);
    expect((await ticket()).status).toBe("closed");
  });
});

test("two watches at once remind once, and a later one not again", async () => {
  const scene = await withTicket("malfunction");
  const { context, ann, ticketId } = scene;
  await act(context.db, ann, askCustomer, { ticketId });
  onDay(30);
  await Promise.all([watch(scene), watch(scene)]);
  onDay(30.1);
  await watch(scene);
  const events = await context.db.selectFrom("events").select("name").where("name", "=", "ticket.reminded").execute();
  expect(events).toHaveLength(1);
});

test("people cannot make the clock's moves", async () => {
  const { context, ada, ann, ticketId } = await withTicket("malfunction");
  await act(context.db, ann, askCustomer, { ticketId });
  onDay(100);
  await expect(act(context.db, ada, endSilence, { ticketId })).rejects.toThrow("platform.forbidden");
});
