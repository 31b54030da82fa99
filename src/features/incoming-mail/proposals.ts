import { isAgent } from "../../platform/actor.ts";
import { act } from "../../platform/act.ts";
import { NotFound } from "../../platform/errors.ts";
import type { Proposal } from "../../platform/feature.ts";
import { agents } from "../../platform/http/access.ts";
import { post, redirectSaying, type Answer, type Ask, type Route } from "../../platform/http/route.ts";
import { onceField } from "../../platform/http/submit.ts";
import { getMailDesk } from "../mail-addresses/index.ts";
import { findTicketById } from "../tickets/index.ts";
import { dismissProposal, openProposed } from "./actions/decide-proposal.ts";
import { filingOf } from "./filing.ts";
import type { IncomingMail } from "./mail.ts";
import { readMail } from "./reading.ts";
import { findIncoming, getRaw } from "./store.ts";
import { listProposals } from "./store-proposals.ts";
import { phrase, words } from "./words.ts";

/** What the mail that opened a ticket makes one think of doing with it. */
export const proposalsFor = async ({ context: { db }, actor }: Ask, ticketId: number): Promise<Proposal[]> => {
  if (!isAgent(actor)) return [];
  const w = words[actor.locale].proposal;
  return (await listProposals(db, ticketId)).map(({ mailId, name, address }) => ({
    title: w.title({ who: name ? `${name} <${address}>` : address }),
    about: w.about,
    yes: { label: w.open({ name: name || address }), action: `/desk/incoming-mail/${mailId}/open` },
    no: { label: w.leave, action: `/desk/incoming-mail/${mailId}/leave` },
  }));
};

/** The mail that the address names, if its ticket is one that the agent may see. */
const mailOf = async ({ context: { db }, actor, params }: Ask): Promise<IncomingMail> => {
  const id = Number(params["id"]);
  const mail = Number.isSafeInteger(id) && id > 0 ? await findIncoming(db, id) : undefined;
  const ticket = mail?.ticketId == null ? undefined : await findTicketById(db, actor, mail.ticketId);
  if (!mail || !ticket) throw new NotFound();
  return mail;
};

const openIt = async (ask: Ask): Promise<Answer> => {
  const { context, actor } = ask;
  const mail = await mailOf(ask);
  const raw = await getRaw(context.db, mail.id);
  const desk = await getMailDesk(context.db);
  const examined = await readMail(raw, { envelopeFrom: mail.envelope.from, desk });
  const { forwarded, copied, arrivedAt } = await filingOf(context, { mail, desk, examined, raw });
  const input = { mailId: mail.id, forwarded, copied, arrivedAt };
  const { number } = await act(context.db, actor, openProposed, input, onceOf(ask));
  return redirectSaying(ask, `/desk/tickets/${number}`, phrase("proposalTaken", { number }));
};

const leaveIt = async (ask: Ask): Promise<Answer> => {
  const mail = await mailOf(ask);
  const { number } = await act(ask.context.db, ask.actor, dismissProposal, { mailId: mail.id }, onceOf(ask));
  return redirectSaying(ask, `/desk/tickets/${number}`, phrase("proposalLeft"));
};

const onceOf = ({ form }: Ask) => ({ once: form.text(onceField) || undefined });

export const proposalRoutes: readonly Route[] = [
  post("/desk/incoming-mail/:id/open", agents, openIt),
  post("/desk/incoming-mail/:id/leave", agents, leaveIt),
];
