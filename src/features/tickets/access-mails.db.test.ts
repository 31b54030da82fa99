import { expect, test } from "vitest";
import { openScene, outline, printer } from "../../../test/support/ticket-mails.ts";
import { act } from "../../platform/act.ts";
import { NotFound } from "../../platform/errors.ts";
import { addParticipant } from "./actions/add-participant.ts";
import { cancelTicket } from "./actions/cancel-ticket.ts";
import { closeTicket } from "./actions/close-ticket.ts";
import { confirmSolution } from "./actions/confirm-solution.ts";
import { endAccess } from "./actions/end-access.ts";
import { grantAccess } from "./actions/grant-access.ts";
import { mergeTicket } from "./actions/merge-ticket.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { resolveTicket } from "./actions/resolve-ticket.ts";
import { takeTicket } from "./actions/take-ticket.ts";
import { listAccesses } from "./store/accesses.ts";

const withTicket = async () => {
  const scene = await openScene();
  const { context, cy, ann } = scene;
  const { ticketId } = await act(context.db, cy, openTicket, printer);
  await act(context.db, ann, takeTicket, { ticketId });
  return { ...scene, ticketId };
};

test("access that a customer grants is told to the desk", async () => {
  const { after, cy, ann, ticketId } = await withTicket();
  const mails = await after(cy, grantAccess, { ticketId, environment: "acme.example" });
  expect(outline(mails)).toEqual([`tickets.desk-access to ${ann.email}`]);
  expect(mails[0]!.text).toContain("acme.example");
});

test("whoever granted access is asked to take it back when the ticket is solved, once and not for what has ended", async () => {
  const { after, context, cy, cora, ann, ticketId } = await withTicket();
  await act(context.db, ann, addParticipant, { ticketId, email: cora.email! });
  await act(context.db, cora, grantAccess, { ticketId, environment: "cora.example" });
  await act(context.db, cy, grantAccess, { ticketId, environment: "old.example" });
  await act(context.db, ann, grantAccess, { ticketId, environment: "told by telephone" });
  const old = (await listAccesses(context.db, [ticketId])).find(({ environment }) => environment === "old.example")!;
  await act(context.db, cy, endAccess, { ticketId, accessId: old.id });
  const solved = (await after(ann, resolveTicket, { ticketId })).filter(
    ({ template }) => template === "tickets.access-reminder",
  );
  expect(outline(solved)).toEqual(
    [`tickets.access-reminder to ${cora.email}`, `tickets.access-reminder to ${cy.email}`].toSorted(),
  );
  expect(solved.find(({ to }) => to === cora.email)!.text).toContain("cora.example");
  const toCy = solved.find(({ to }) => to === cy.email)!.text;
  expect(toCy).toContain("told by telephone");
  expect(toCy).not.toContain("old.example");
  const closed = await after(ann, closeTicket, { ticketId });
  expect(outline(closed)).not.toContain(`tickets.access-reminder to ${cy.email}`);
});

test("the desk hears that the customer confirms", async () => {
  const { after, context, cy, ann, ticketId } = await withTicket();
  await context.db.updateTable("ticket_types").set({ needs_confirmation: true }).execute();
  await act(context.db, ann, resolveTicket, { ticketId });
  const mails = await after(cy, confirmSolution, { ticketId });
  expect(outline(mails)).toEqual([`tickets.desk-confirmed to ${ann.email}`]);
});

const remindersOf = (mails: readonly { template: string; to: string; text: string }[]) =>
  mails.filter(({ template }) => template === "tickets.access-reminder").map(({ to, text }) => ({ to, text }));

test("access is not forgotten when a ticket is cancelled", async () => {
  const { after, context, cy, ann, ticketId } = await withTicket();
  await act(context.db, cy, grantAccess, { ticketId, environment: "acme.example" });
  const [reminder, ...others] = remindersOf(await after(ann, cancelTicket, { ticketId }));
  expect([reminder!.to, others]).toEqual([cy.email, []]);
  expect(reminder!.text).toContain("acme.example");
  expect(reminder!.text).toContain("was cancelled");
});

test("nor where the ticket goes on in another one: it is seen, ended and reminded of there", async () => {
  const { after, context, cy, cora, eve, ann, ticketId } = await withTicket();
  const { db } = context;
  const into = await act(db, cora, openTicket, printer);
  const strangers = await act(db, eve, openTicket, printer);
  await act(db, cy, grantAccess, { ticketId, environment: "acme.example" });
  await act(db, cy, grantAccess, { ticketId, environment: "old.example" });
  await act(db, eve, grantAccess, { ticketId: strangers.ticketId, environment: "globex.example" });
  await act(db, ann, mergeTicket, { ticketId, number: into.number, sight: "together" });
  await act(db, ann, mergeTicket, { ticketId: strangers.ticketId, number: into.number, sight: "apart" });
  const [, old, globex] = await listAccesses(db, [ticketId, strangers.ticketId]);
  await act(db, cy, endAccess, { ticketId: into.ticketId, accessId: old!.id });
  // What is kept apart Cy may not even know of.
  await expect(act(db, cy, endAccess, { ticketId: into.ticketId, accessId: globex!.id })).rejects.toThrow(NotFound);
  const reminders = remindersOf(await after(ann, resolveTicket, { ticketId: into.ticketId }));
  expect(reminders.map(({ to }) => to).toSorted()).toEqual([cy.email, eve.email].toSorted());
  const textTo = (email: string | null) => reminders.find(({ to }) => to === email)!.text;
  expect(textTo(cy.email)).toContain("acme.example");
  expect(textTo(cy.email)).not.toContain("old.example");
  expect(textTo(eve.email)).toContain("globex.example");
  expect(textTo(eve.email)).not.toContain("acme.example");
});
