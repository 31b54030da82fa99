import { afterEach, describe, expect, test } from "vitest";
import { choosePresets } from "../../src/features/presets/index.ts";
import { listTicketTypes } from "../../src/features/ticket-types/index.ts";
import { askCustomer } from "../../src/features/tickets/actions/ask-customer.ts";
import { changeFields } from "../../src/features/tickets/actions/change-fields.ts";
import { waiveConfirmation, waiveFeedback } from "../../src/features/tickets/actions/customer-verdict.ts";
import { documentSolution } from "../../src/features/tickets/actions/document-solution.ts";
import { endSilence } from "../../src/features/tickets/actions/end-silence.ts";
import { openTicket } from "../../src/features/tickets/actions/open-ticket.ts";
import { replyToTicket } from "../../src/features/tickets/actions/reply-to-ticket.ts";
import { resolveTicket } from "../../src/features/tickets/actions/resolve-ticket.ts";
import { takeTicket } from "../../src/features/tickets/actions/take-ticket.ts";
import { waiveApproval } from "../../src/features/tickets/actions/waive-approval.ts";
import { endSilenceJob, watchSilenceJob } from "../../src/features/tickets/jobs.ts";
import { getTicket } from "../../src/features/tickets/store/tickets.ts";
import { act } from "../../src/platform/act.ts";
import { drainJobs, enqueue } from "../../src/platform/jobs.ts";
import { after, days, useClock } from "../../src/platform/time.ts";
import { us } from "../support/cast.ts";
import { openScene, outline, printer, type EffectScene } from "../support/ticket-mails.ts";

const start = new Date("2026-03-02T09:00:00Z");
let restore: (() => void) | undefined;
afterEach(() => restore?.());
const onDay = (count: number) => {
  restore?.();
  restore = useClock(() => after(start, days(count)));
};

/** What the clock does by itself. */
const watch = async ({ context }: Pick<EffectScene, "context">) => {
  await enqueue(context.db, watchSilenceJob.name, {});
  await drainJobs(context, [watchSilenceJob, endSilenceJob]);
};

describe("preset E: what demands a word of the customer and a documented solution", () => {
  const inSecondLevel = async () => {
    onDay(0);
    const scene = await openScene();
    const { context, ada, cy, ann } = scene;
    await act(context.db, ada, choosePresets, { presets: ["partners"] });
    await context.db
      .updateTable("ticket_types")
      .set({ remind_after_days: 30, close_resolved_after_days: 14 })
      .where("key", "=", "second_level")
      .execute();
    const { ticketId } = await act(context.db, cy, openTicket, printer);
    const type = (await listTicketTypes(context.db)).find(({ key }) => key === "second_level")!;
    await act(context.db, ann, changeFields, { ticketId, typeId: type.id });
    await act(context.db, ann, takeTicket, { ticketId });
    return { ...scene, ticketId, ticket: () => getTicket(context.db, us, ticketId) };
  };

  test("is not closed by silence when resolved: customer and desk hear of it, once, and it closes when all is given", async () => {
    const scene = await inSecondLevel();
    const { context, ann, cy, ticketId, ticket } = scene;
    await act(context.db, ann, waiveApproval, { ticketId, reason: "A hotfix." });
    const solved = await scene.after(ann, resolveTicket, { ticketId, result: "New ribbon" });
    expect(solved.find(({ to }) => to === cy.email)!.text).not.toContain("closes by itself");
    expect((await ticket()).closesAt).toBeNull();
    onDay(13.9);
    expect(await scene.after(us, endSilence, { ticketId })).toEqual([]);
    onDay(14);
    const told = await scene.after(us, endSilence, { ticketId });
    expect(outline(told)).toEqual([`tickets.asked-again to ${cy.email}`, `tickets.desk-stalled to ${ann.email}`]);
    const [theirs, ours] = [cy, ann].map(({ email }) => told.find(({ to }) => to === email)!.text);
    expect(theirs).toContain("Please confirm it");
    expect(theirs).not.toContain("closes by itself");
    expect(ours).toContain("Write the solution down first");
    expect(ours).toContain("has not confirmed yet");
    expect(ours).toContain("has not said yet how it was");
    for (const day of [15, 40, 400]) {
      onDay(day);
      await watch(scene);
    }
    expect(await ticket()).toMatchObject({ status: "resolved", closesAt: null });
    const events = await context.db.selectFrom("events").select("name").where("name", "=", "ticket.stalled").execute();
    expect(events).toHaveLength(1);
    await act(context.db, ann, documentSolution, { ticketId, solution: "The ribbon was dry." });
    await act(context.db, ann, waiveConfirmation, { ticketId, reason: "Nobody answers there." });
    await act(context.db, ann, waiveFeedback, { ticketId, reason: "Nobody answers there." });
    expect(await ticket()).toMatchObject({ status: "closed", stalledAt: null });
  });

  test("is not closed by silence when it waits, and is counted anew after the next words", async () => {
    const scene = await inSecondLevel();
    const { context, ann, cy, ticketId, ticket } = scene;
    await act(context.db, ann, askCustomer, { ticketId });
    onDay(30);
    const told = await scene.after(us, endSilence, { ticketId });
    expect(outline(told)).toEqual([`tickets.asked-again to ${cy.email}`, `tickets.desk-stalled to ${ann.email}`]);
    expect(told.find(({ to }) => to === ann.email)!.text).toContain("solution is approved first");
    onDay(100);
    await watch(scene);
    expect(await ticket()).toMatchObject({ status: "waiting", closesAt: null });
    await act(context.db, ann, replyToTicket, { ticketId, text: "Have you seen my question?" });
    expect((await ticket()).stalledAt).toBeNull();
    onDay(131);
    await watch(scene);
    expect((await ticket()).stalledAt).not.toBeNull();
  });
});
