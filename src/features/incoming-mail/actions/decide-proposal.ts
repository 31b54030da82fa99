import { z } from "zod";
import { action, parseInput } from "../../../platform/act.ts";
import { isAgent, system, type Agent } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, NotFound } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { rememberAddress } from "../../mail-addresses/index.ts";
import { actorOfPerson } from "../../people/index.ts";
import { cancelTicket, findTicketById, linkTickets, offers, type Ticket } from "../../tickets/index.ts";
import { endProposal, lockProposal } from "../store-proposals.ts";
import { phrase, words } from "../words.ts";
import { copiedCustomers, forwarded, openForwarded } from "./open-forwarded.ts";

const filer = system("incoming-mail");

/** Takes the proposal: nobody else decides on it until the transaction ends. */
const takeProposal = async (tx: Tx, agent: Agent, mailId: number): Promise<Ticket> => {
  const proposal = await lockProposal(tx, mailId);
  if (!proposal) throw new Conflict(phrase("proposalGone"));
  const ticket = await findTicketById(tx, agent, proposal.ticketId);
  if (!ticket) throw new NotFound();
  await endProposal(tx, mailId);
  return ticket;
};

export const openProposed = action({
  name: "incoming-mail.open-proposed",
  description: "Opens the ticket of whoever wrote what an agent's mail forwards, and cancels the agent's own.",
  input: z.object({
    mailId: id,
    forwarded,
    copied: copiedCustomers,
    /** The own address that it came in by, and what becomes of new requests there. */
    arrivedAt: z.object({ addressId: id, teamId: id.nullable(), typeId: id.nullable() }).optional(),
  }),
  async run(tx, actor, { mailId, forwarded: forwards, copied, arrivedAt }): Promise<{ number: number }> {
    if (!isAgent(actor)) throw new Forbidden();
    const own = await takeProposal(tx, actor, mailId);
    const route = { teamId: arrivedAt?.teamId, typeId: arrivedAt?.typeId };
    const forwarder = await forwarderOf(tx, actor, own);
    const opened = await openForwarded(tx, forwarder, { actor, forwards, copied, route });
    const ticket = opened && (await findTicketById(tx, actor, opened.ticketId));
    if (!ticket) throw new Conflict(phrase("proposalGone"));
    if (arrivedAt && opened.kind === "opened")
      await rememberAddress(tx, { kind: "ticket", id: ticket.id }, { id: arrivedAt.addressId });
    await linkTickets.run(tx, actor, parseInput(linkTickets.input, { ticketId: own.id, number: ticket.number }));
    const reason = words[actor.locale].openedInstead({ number: ticket.number });
    // The rest of what he has decided, also where only some agents may cancel.
    if (offers(filer, own).has("cancel"))
      await cancelTicket.run(tx, filer, parseInput(cancelTicket.input, { ticketId: own.id, reason }));
    return { number: ticket.number };
  },
});

/** Whose words stand above what is forwarded; he may have left the desk meanwhile. */
const forwarderOf = async (tx: Tx, actor: Agent, { requesterId }: Ticket): Promise<Agent> => {
  const requester = await actorOfPerson(tx, requesterId);
  return requester.kind === "agent" ? requester : actor;
};

export const dismissProposal = action({
  name: "incoming-mail.dismiss-proposal",
  description: "Leaves a request that forwards a customer's mail with the agent who has sent it.",
  input: z.object({ mailId: id }),
  async run(tx, actor, { mailId }): Promise<{ number: number }> {
    if (!isAgent(actor)) throw new Forbidden();
    const { number } = await takeProposal(tx, actor, mailId);
    return { number };
  },
});
