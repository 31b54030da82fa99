import { expect, test } from "vitest";
import { startHouse } from "../../../../test/support/house.ts";
import { wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { changeFields } from "../actions/change-fields.ts";
import { escalateTicket } from "../actions/escalate-ticket.ts";
import { holdTicket } from "../actions/hold-ticket.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { proposeSolution } from "../actions/propose-solution.ts";
import { startTicket } from "../actions/start-ticket.ts";
import { ticketsFeature } from "../feature.ts";
import { getTicketByNumber } from "../store/tickets.ts";

/** Cy has asked, Tom works on it; mail to Cy is refused from now on. */
const start = async () => {
  const house = await startHouse(ticketsFeature);
  const { db, cast, drain } = house;
  const { ticketId } = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  await act(db, cast.tom, startTicket, { ticketId });
  await drain();
  const refuse = async (template: string): Promise<number> => {
    await drain();
    const { id } = await db
      .updateTable("outgoing_mails")
      .set({ state: "failed", response: "550 5.1.1 user unknown" })
      .where("template", "=", template)
      .where("to_address", "=", "cy@acme.example")
      .returning("id")
      .executeTakeFirstOrThrow();
    return id;
  };
  return { ...house, ticketId, refuse, tom: await house.as(cast.tom) };
};

const path = "/desk/tickets/10001";

test("a mail about a change that was refused says so below the change, and can be sent again there", async () => {
  const { db, cast, ticketId, refuse, tom } = await start();
  await act(db, cast.tom, holdTicket, { ticketId });
  expect(wordsOf(await tom.get(path))).not.toContain("Could not be sent");
  const mailId = await refuse("tickets.status");
  const page = await tom.get(path);
  expect(wordsOf(page)).toMatch(/on hold.*Could not be sent to\s+Cy .*550 5\.1\.1 user unknown.*Send again/);
  expect(await tom.post(`${path}/mails/${mailId}/resend`, {})).toMatchObject({ status: 303 });
  expect(wordsOf(await tom.get(path))).not.toContain("Could not be sent");
});

test("an approver whom the question did not reach stands below the proposal", async () => {
  const { db, cast, ticketId, refuse, tom } = await start();
  await act(db, cast.tom, proposeSolution, { ticketId, text: "A new one.", approverIds: [cast.cy.personId] });
  const mailId = await refuse("approvals.asked");
  const page = await tom.get(path);
  expect(wordsOf(page)).toMatch(/proposed a solution to Cy.*Could not be sent to\s+Cy .*user unknown/);
  expect(page.body).toContain(`action="${path}/mails/${mailId}/resend"`);
});

test("a mail about several tickets says in each how far it is, and goes out again from each", async () => {
  const { db, cast, drain, ticketId, refuse, tom, context } = await start();
  const other = await act(db, cast.cy, openTicket, { subject: "Scanner", text: "It beeps, too." });
  const alone = await act(db, cast.eve, openTicket, { subject: "Printer", text: "It beeps." });
  const order = { subject: "Beeping", text: "A defect." };
  const { technicalNumber } = await act(db, cast.tom, escalateTicket, { ticketId, ...order });
  for (const each of [other, alone])
    await act(db, cast.tom, escalateTicket, { ticketId: each.ticketId, number: technicalNumber });
  await drain();
  const technical = await getTicketByNumber(db, cast.tom, technicalNumber);
  await act(db, cast.tom, changeFields, { ticketId: technical.id, plannedVersion: "5.2" });
  const mailId = await refuse("tickets.planned");
  const trouble = /Could not be sent to\s+Cy .*550 5\.1\.1 user unknown.*Send again/;
  const otherPath = `/desk/tickets/${other.number}`;
  for (const each of [path, otherPath]) expect(wordsOf(await tom.get(each))).toMatch(trouble);
  expect(wordsOf(await tom.get(`/desk/tickets/${alone.number}`))).not.toContain("Could not be sent");

  const notices: string[] = [];
  const listener = await context.pool.connect();
  listener.on("notification", ({ payload = "" }) => notices.push(payload));
  await listener.query("listen live");
  expect(await tom.post(`${otherPath}/mails/${mailId}/resend`, {})).toMatchObject({ status: 303 });
  await listener.query("select 1");
  listener.release(true);
  for (const id of [ticketId, other.ticketId]) expect(notices.join(" ")).toContain(`ticket:${id}`);
  for (const each of [path, otherPath]) expect(wordsOf(await tom.get(each))).not.toContain("Could not be sent");
});
