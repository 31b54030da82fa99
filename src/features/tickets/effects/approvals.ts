import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Effect, StoredEvent } from "../../../platform/events.ts";
import { approvalsOf, askByMail, explainByMail } from "../../approvals/index.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { senderOf } from "../../mail-addresses/index.ts";
import { replyAddress, rootMessageId } from "../../outgoing-mail/index.ts";
import { askWhoIsLeft } from "../actions/ask-who-is-left.ts";
import { dropProposal, takeDecision } from "../actions/take-decision.ts";
import { endProposals } from "../actions/end-proposals.ts";

const us = system("tickets");

const isAboutTicket = ({ payload: { about } }: StoredEvent): boolean =>
  typeof about === "object" && about !== null && "kind" in about && about["kind"] === "ticket";

/**
 * The question stands in the ticket's conversation. Whoever answers the mail answers the ticket, and decides where he
 * says so clearly: at this address nobody but he can answer, and nothing but this question.
 */
const threadOf: Parameters<typeof askByMail>[1] = async ({ db, signer }, { approval, person }) => {
  const { about, id: questionId } = approval;
  const sender = await senderOf(db, { about });
  const reply = { signer, desk: { mailAddress: sender.address }, ticketId: about.id, personId: person.id, questionId };
  const replyTo = replyAddress(reply);
  return {
    sender,
    replyTo,
    references: [rootMessageId({ desk: await getDesk(db), ticketId: about.id })],
    decidesByAnswer: replyTo !== sender.address,
  };
};

export const askApprovers = askByMail("ticket", threadOf);
export const explainToApprover = explainByMail("ticket", threadOf);

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

const mostAsked = 1_000;

/** Whoever has left an organisation, or the desk's customers, no longer decides about its tickets. */
export const askOthers: Effect = {
  name: "tickets.ask-others",
  async run({ db }, event) {
    const personId = event.subject.kind === "person" ? event.subject.id : Number(event.payload["personId"]);
    const open = (await approvalsOf(db, personId, mostAsked)).filter(({ outcome }) => outcome === null);
    for (const { about } of open) if (about.kind === "ticket") await act(db, us, askWhoIsLeft, { ticketId: about.id });
  },
};

/** Nor does who was taken off the ticket, or whose organisation it is not. */
export const askWhoStays: Effect = {
  name: "tickets.ask-who-stays",
  run: async ({ db }, event) => act(db, us, askWhoIsLeft, { ticketId: event.subject.id }),
};
