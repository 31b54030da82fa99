import { expect, test } from "vitest";
import { us } from "../../../test/support/cast.ts";
import { startHouse } from "../../../test/support/house.ts";
import { act } from "../../platform/act.ts";
import { Conflict } from "../../platform/errors.ts";
import { approvalsAbout, decide } from "../approvals/index.ts";
import { actorOfPerson, changeMember, deactivatePerson } from "../people/index.ts";
import { addParticipant } from "./actions/add-participant.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { proposeSolution } from "./actions/propose-solution.ts";
import { removeParticipant } from "./actions/remove-participant.ts";
import { startTicket } from "./actions/start-ticket.ts";
import { ticketsFeature } from "./feature.ts";
import { getTicket } from "./store/tickets.ts";

/** Cy's ticket of Acme, for which Cora of Acme and, in CC, Eve are asked. */
const start = async (asked: readonly ("cy" | "cora" | "eve")[], rule: "all" | "any" = "all") => {
  const house = await startHouse(ticketsFeature);
  const { db, cast, drain } = house;
  const { ticketId } = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  await act(db, cast.tom, startTicket, { ticketId });
  await act(db, cast.tom, addParticipant, { ticketId, email: cast.eve.email ?? "" });
  const approverIds = asked.map((name) => cast[name].personId);
  await act(db, cast.tom, proposeSolution, { ticketId, text: "We replace it.", approverIds, rule });
  await drain();
  const standing = async () =>
    (await approvalsAbout(db, "ticket", ticketId)).map(({ outcome, approvers }) => [
      outcome,
      approvers.map(({ name }) => name).join(", "),
    ]);
  return { ...house, ticketId, standing, ticket: () => getTicket(db, us, ticketId) };
};

test("who left the organisation decides no more; those who are left are asked anew", async () => {
  const { db, cast, drain, ticket, ticketId, standing } = await start(["cy", "cora"], "any");
  const [first] = await approvalsAbout(db, "ticket", ticketId);
  const { acme: organisationId } = cast;
  await act(db, us, changeMember, { organisationId, personId: cast.cora.personId, to: "nothing" });
  await drain();
  const cora = await actorOfPerson(db, cast.cora.personId);
  const decision = { verdict: "approved", via: "link" } as const;
  await expect(act(db, cora, decide, { approvalId: first!.id, ...decision })).rejects.toThrow(Conflict);
  expect(await standing()).toEqual([
    [null, "Cy"],
    ["withdrawn", "Cy, Cora"],
  ]);
  expect(await ticket()).toMatchObject({ status: "waiting", approval: "pending" });
  const [again] = await approvalsAbout(db, "ticket", ticketId);
  await act(db, cast.cy, decide, { approvalId: again!.id, ...decision });
  await drain();
  expect(await ticket()).toMatchObject({ status: "in_progress", approval: "approved" });
});

test("a ticket that waits for nobody any more goes back to work", async () => {
  const { db, cast, drain, ticket, standing } = await start(["cora"]);
  await act(db, us, deactivatePerson, { personId: cast.cora.personId });
  await drain();
  expect(await ticket()).toMatchObject({ status: "in_progress", approval: "none" });
  expect(await standing()).toEqual([["withdrawn", "Cora"]]);
});

test("nor does who was taken out of CC; who has decided has decided", async () => {
  const { db, cast, drain, ticket, ticketId, standing } = await start(["cy", "eve"]);
  const [asked] = await approvalsAbout(db, "ticket", ticketId);
  await act(db, cast.eve, decide, { approvalId: asked!.id, verdict: "approved", via: "link" });
  await drain();
  await act(db, cast.tom, removeParticipant, { ticketId, personId: cast.eve.personId });
  await drain();
  expect(await standing()).toEqual([[null, "Cy, Eve"]]);
  await act(db, cast.cy, decide, { approvalId: asked!.id, verdict: "approved", via: "link" });
  await drain();
  expect(await ticket()).toMatchObject({ approval: "approved" });
});
