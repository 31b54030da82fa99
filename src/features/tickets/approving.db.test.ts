import { describe, expect, it } from "vitest";
import { startHouse } from "../../../test/support/house.ts";
import { us } from "../../../test/support/cast.ts";
import { wordsOf } from "../../../test/support/portal.ts";
import { act } from "../../platform/act.ts";
import { Conflict, Forbidden, Invalid } from "../../platform/errors.ts";
import { after, days, useClock } from "../../platform/time.ts";
import { approvalsAbout, decide, linkPath, withdraw } from "../approvals/index.ts";
import { addParticipant } from "./actions/add-participant.ts";
import { cancelTicket } from "./actions/cancel-ticket.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { proposeSolution } from "./actions/propose-solution.ts";
import { reopenTicket } from "./actions/reopen-ticket.ts";
import { resolveTicket } from "./actions/resolve-ticket.ts";
import { startTicket } from "./actions/start-ticket.ts";
import { waiveApproval } from "./actions/waive-approval.ts";
import { withdrawProposal } from "./actions/withdraw-proposal.ts";
import { ticketsFeature } from "./feature.ts";
import { getTicket } from "./store/tickets.ts";

/** Cy has asked, Tom works on it; the type demands approval unless said otherwise. */
const start = async ({ needsApproval = true }: { needsApproval?: boolean } = {}) => {
  const house = await startHouse(ticketsFeature);
  const { db, cast } = house;
  await db.updateTable("ticket_types").set({ needs_approval: needsApproval }).execute();
  const { ticketId } = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  await act(db, cast.tom, startTicket, { ticketId });
  const ticket = () => getTicket(db, us, ticketId);
  const propose = async (approverIds = [cast.cy.personId], more: object = {}) => {
    await act(db, cast.tom, proposeSolution, { ticketId, text: "We replace the power supply.", approverIds, ...more });
    const [approval] = await approvalsAbout(db, "ticket", ticketId);
    return approval!.id;
  };
  const history = async () =>
    (
      await db
        .selectFrom("events")
        .select(["name", "actor_name"])
        .where("subject_kind", "=", "ticket")
        .orderBy("id")
        .execute()
    ).map(({ name, actor_name }) => `${actor_name} ${name.slice("ticket.".length)}`);
  return { ...house, ticketId, ticket, propose, history };
};

const approve = { verdict: "approved", via: "portal" } as const;

describe("a proposed solution", () => {
  it("waits for those who are asked; their approval brings it back to work, and only then it is resolved", async () => {
    const { db, cast, ticketId, ticket, propose, drain, history } = await start();
    await expect(act(db, cast.tom, resolveTicket, { ticketId })).rejects.toMatchObject({
      phrase: { key: "tickets.needsApproval" },
    });
    const approvalId = await propose([cast.cy.personId, cast.mia.personId]);
    expect(await ticket()).toMatchObject({ status: "waiting", approval: "pending" });
    await expect(act(db, cast.tom, resolveTicket, { ticketId })).rejects.toMatchObject({
      phrase: { key: "tickets.awaitsApproval" },
    });
    await expect(propose()).rejects.toMatchObject({ phrase: { key: "tickets.awaitsApproval" } });
    await act(db, cast.cy, decide, { approvalId, ...approve });
    await drain();
    expect(await ticket()).toMatchObject({ status: "waiting", approval: "pending" });
    await act(db, cast.mia, decide, { approvalId, ...approve });
    await drain();
    await drain();
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "approved" });
    expect((await history()).slice(-3)).toEqual([
      "Tom solution-proposed",
      "Cy solution-approved",
      "Mia solution-approved",
    ]);
    await act(db, cast.tom, resolveTicket, { ticketId, result: "Replaced." });
    expect(await ticket()).toMatchObject({ status: "resolved" });
    await act(db, cast.tom, reopenTicket, { ticketId });
    await expect(act(db, cast.tom, resolveTicket, { ticketId })).rejects.toThrow(Conflict);
  });

  it("is declined with a reason that the desk reads, and proposed again", async () => {
    const { db, cast, ticketId, ticket, propose, drain, as } = await start();
    const first = await propose();
    await act(db, cast.cy, decide, { approvalId: first, verdict: "declined", via: "link", reason: "Not on Thursday." });
    await drain();
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "declined" });
    await expect(act(db, cast.tom, resolveTicket, { ticketId })).rejects.toThrow(Conflict);
    const mails = await db
      .selectFrom("outgoing_mails")
      .select(["to_address", "text"])
      .where("template", "=", "tickets.desk-decided")
      .execute();
    expect(mails).toMatchObject([{ to_address: "tom@desk.example" }]);
    expect(mails[0]?.text).toContain("Not on Thursday.");
    const tom = await as(cast.tom);
    const desk = wordsOf(await tom.get("/desk/tickets/10001"));
    expect(desk).toMatch(/Cy declined the proposed solution.*Not on Thursday\./);
    expect(desk).toContain("Propose another solution");
    const second = await propose([cast.cy.personId], { text: "On Friday, then." });
    expect(second).not.toBe(first);
    await act(db, cast.cy, decide, { approvalId: second, ...approve });
    await drain();
    expect(await ticket()).toMatchObject({ approval: "approved" });
    expect(await approvalsAbout(db, "ticket", ticketId)).toHaveLength(2);
  });

  it("is put before people who are concerned, by people who work on the ticket", async () => {
    const { db, cast, ticketId } = await start();
    const propose = (who: typeof cast.tom | typeof cast.cy, approverIds: number[]) =>
      act(db, who, proposeSolution, { ticketId, text: "Something", approverIds });
    await expect(propose(cast.cy, [cast.cy.personId])).rejects.toThrow(Forbidden);
    await expect(propose(cast.tom, [])).rejects.toThrow(Invalid);
    for (const outsider of [cast.eve, cast.ann])
      await expect(propose(cast.tom, [outsider.personId])).rejects.toMatchObject({
        fields: { approverIds: { key: "tickets.notConcerned" } },
      });
    await act(db, cast.tom, addParticipant, { ticketId, email: "eve@globex.example" });
    await propose(cast.tom, [cast.eve.personId]);
    await db.updateTable("tickets").set({ visibility: "internal", approval: "none", status: "in_progress" }).execute();
    await expect(propose(cast.tom, [cast.cy.personId])).rejects.toMatchObject({
      phrase: { key: "tickets.onlyPublic" },
    });
  });

  it("is withdrawn, also when the ticket is over or nobody decides in time", async () => {
    const { db, cast, ticketId, ticket, propose, drain } = await start({ needsApproval: false });
    await propose();
    await act(db, cast.tom, withdrawProposal, { ticketId });
    // What was withdrawn before does not take the next proposal with it.
    const second = await propose();
    await drain();
    expect(await ticket()).toMatchObject({ status: "waiting", approval: "pending" });
    await act(db, cast.mo, cancelTicket, { ticketId });
    await drain();
    expect(await ticket()).toMatchObject({ status: "cancelled", approval: "none" });
    await expect(act(db, cast.cy, decide, { approvalId: second, ...approve })).rejects.toMatchObject({
      phrase: { key: "approvals.withdrawn" },
    });
    await act(db, cast.mo, reopenTicket, { ticketId });
    const third = await propose();
    const restore = useClock(() => after(new Date(), days(31)));
    try {
      await act(db, us, withdraw, { approvalId: third });
      await drain();
    } finally {
      restore();
    }
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "none" });
    await act(db, cast.tom, resolveTicket, { ticketId });
  });

  it("goes without as a hotfix, for a reason that only the desk reads", async () => {
    const { db, cast, ticketId, ticket, propose, drain, as } = await start();
    const approvalId = await propose();
    await expect(act(db, cast.cy, waiveApproval, { ticketId, reason: "Hurry" })).rejects.toThrow(Forbidden);
    await expect(act(db, cast.tom, waiveApproval, { ticketId, reason: " " })).rejects.toThrow(Invalid);
    await act(db, cast.tom, waiveApproval, { ticketId, reason: "The plant stands still." });
    await drain();
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "waived" });
    await expect(act(db, cast.cy, decide, { approvalId, ...approve })).rejects.toThrow(Conflict);
    await act(db, cast.tom, resolveTicket, { ticketId });
    expect(wordsOf(await (await as(cast.tom)).get("/desk/tickets/10001"))).toContain("The plant stands still.");
    expect(wordsOf(await (await as(cast.cy)).get("/requests/10001"))).not.toContain("The plant stands still.");
  });

  it("is decided once when several decide at the same time, and the ticket moves once", async () => {
    const { db, cast, ticket, propose, drain, history } = await start();
    const approvalId = await propose([cast.cy.personId, cast.cora.personId, cast.mia.personId], { rule: "any" });
    const tries = await Promise.allSettled(
      [cast.cy, cast.cora, cast.mia].map((who) => act(db, who, decide, { approvalId, ...approve })),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await drain();
    expect(await ticket()).toMatchObject({ approval: "approved", status: "in_progress" });
    expect((await history()).filter((line) => line.endsWith("solution-approved"))).toHaveLength(1);
  });
});

describe("on the pages", () => {
  it("an agent proposes from the ticket, the customer decides on his request's page", async () => {
    const { as, cast, drain, ticket } = await start();
    const tom = await as(cast.tom);
    const form = { form: "proposal", proposal: "We replace the power supply.", rule: "all" };
    const refused = await tom.post("/desk/tickets/10001/propose", form);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("We replace the power supply.</textarea>");
    expect(refused.body).toContain("Choose at least one person who decides.");
    const sent = { ...form, approverIds: [String(cast.cy.personId), String(cast.cora.personId)] };
    expect((await tom.post("/desk/tickets/10001/propose", sent)).status).toBe(303);
    const mia = await as(cast.mia);
    expect(wordsOf(await mia.get("/requests/10001"))).toContain("It waits for Cy, Cora");
    const cy = await as(cast.cy);
    const page = await cy.get("/requests/10001");
    expect(page.body).toContain("Do you agree?");
    const action = /action="(\/approvals\/\d+)"/.exec(page.body)?.[1] ?? "";
    expect((await mia.get(action)).status).toBe(404);
    expect(await cy.post(action, { verdict: "approved", reason: "Fine.", back: "about" })).toMatchObject({
      status: 303,
      location: "/requests/10001",
    });
    await drain();
    const cora = await as(cast.cora);
    expect((await cora.post(action, { verdict: "declined", reason: "Too dear." })).status).toBe(303);
    await drain();
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "declined" });
    const seen = wordsOf(await cy.get("/requests/10001"));
    expect(seen).toMatch(
      /Solution proposed.*Solution approved · Cy Fine\..*Lösung abgelehnt|Solution declined · Cora Too dear\./,
    );
  });

  it("a mail asks in the ticket's conversation, and its link decides without signing in", async () => {
    const { db, context, cast, propose, drain, visit, ticket } = await start();
    const approvalId = await propose();
    await drain();
    const mail = await db
      .selectFrom("outgoing_mails")
      .select(["text", "reference_ids", "reply_to", "subject_kind", "subject_id"])
      .where("template", "=", "approvals.asked")
      .executeTakeFirstOrThrow();
    const link = linkPath({ signer: context.signer, approvalId, personId: cast.cy.personId });
    expect(mail.text).toContain(link);
    expect(mail.reference_ids[0]).toContain("ticket-");
    expect(mail.reply_to).toContain("+t");
    expect(mail).toMatchObject({ subject_kind: "ticket" });
    expect((await visit().post(link, { verdict: "approved" })).status).toBe(303);
    await drain();
    expect(await ticket()).toMatchObject({ status: "in_progress", approval: "approved" });
  });
});
