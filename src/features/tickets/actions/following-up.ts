import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { ticketFollowedUp, ticketOpened } from "../events.ts";
import type { Channel, Ticket } from "../rules/ticket.ts";
import { endDraft } from "../store/drafts.ts";
import { insertLink } from "../store/links.ts";
import { listPublicMessages } from "../store/messages.ts";
import { commit } from "./changing.ts";
import { sideOf, writeTicket, type Opened } from "./opening.ts";
import type { Said } from "./speaking.ts";
import { teamAfter } from "./desk-choices.ts";

/**
 * Opens a new ticket in place of an old one that is over: same subject, people and product, linked both ways, and
 * with the last words of the old one quoted. Rights are checked by then.
 */
export const writeFollowUp = async (
  tx: Tx,
  actor: Actor,
  old: Ticket,
  { channel, ...said }: Said & { channel: Channel },
): Promise<Opened> => {
  const requesterId = actor.kind === "customer" ? actor.personId : old.requesterId;
  const opened = await writeTicket(tx, actor, {
    ticket: {
      type: old.type,
      subject: old.subject,
      status: "open",
      priority: old.priority,
      visibility: old.visibility,
      channel,
      requesterId,
      organisationId: old.organisationId,
      teamId: await teamAfter(tx, old),
      assigneeIds: [],
      participantIds: [...new Set([old.requesterId, ...old.participantIds])].filter((id) => id !== requesterId),
      tags: [],
      productId: old.productId,
      versionId: old.versionId,
      moduleId: old.moduleId,
      customFields: old.customFields,
      followUpOf: old.id,
      openedBy: personIdOf(actor),
      lastMessageBy: sideOf(actor, { channel, requesterId }),
    },
    event: ticketOpened({ channel, followUpOf: old.number }),
    first: { ...said, quoted: said.quoted || ((await listPublicMessages(tx, old.id)).at(-1)?.text ?? "") },
  });
  // Customers type it in the old request, agents in the form of a new ticket.
  for (const place of [
    { ticketId: old.id, kind: "public" },
    { ticketId: null, kind: "new" },
  ] as const)
    if (said.typedIn) await endDraft(tx, actor, { place, page: said.typedIn, as: "sent" });
  await insertLink(tx, { ticketId: opened.ticketId, otherId: old.id, kind: "follow_up" });
  await commit(tx, actor, old, {
    event: ticketFollowedUp({ followUpId: opened.ticketId, followUpNumber: opened.number }),
  });
  return opened;
};
