import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Effect, StoredEvent } from "../../../platform/events.ts";
import { askByMail } from "../../approvals/index.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { replyAddress, rootMessageId } from "../../outgoing-mail/index.ts";
import { dropProposal, takeDecision } from "../actions/take-decision.ts";
import { endProposals } from "../actions/end-proposals.ts";

const us = system("tickets");

const isAboutTicket = ({ payload: { about } }: StoredEvent): boolean =>
  typeof about === "object" && about !== null && "kind" in about && about["kind"] === "ticket";

/** The question stands in the ticket's conversation, and whoever answers the mail answers the ticket. */
export const askApprovers = askByMail("ticket", async ({ db, signer }, { approval, person }) => {
  const desk = await getDesk(db);
  const ticketId = approval.about.id;
  return {
    replyTo: replyAddress({ signer, desk, ticketId, personId: person.id, isInternal: false }),
    references: [rootMessageId({ desk, ticketId })],
  };
});

/** Somebody has approved or declined: the ticket learns of it, and goes on once it is settled. */
export const bringDecision: Effect = {
  name: "tickets.take-decision",
  async run({ db }, event) {
    if (!isAboutTicket(event)) return;
    const input = { approvalId: event.subject.id, personId: event.payload["personId"] };
    await act(db, us, takeDecision, input, { once: `decision ${event.id}` });
  },
};

export const bringWithdrawal: Effect = {
  name: "tickets.drop-proposal",
  async run({ db }, event) {
    if (!isAboutTicket(event)) return;
    const input = { approvalId: event.subject.id, reason: event.payload["reason"] };
    await act(db, us, dropProposal, input, { once: `withdrawal ${event.id}` });
  },
};

/** A ticket that is over asks nobody any more. */
export const endQuestions: Effect = {
  name: "tickets.end-proposals",
  run: async ({ db }, event) => act(db, us, endProposals, { ticketId: event.subject.id }),
};
