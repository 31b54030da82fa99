import { system, type Actor } from "../../../platform/actor.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { listEvents } from "../../../platform/events.ts";
import { organisationsOf } from "../../people/index.ts";
import { ticketGaveBack } from "../events-together.ts";
import type { Changes } from "../rules/changes.ts";
import { joinedByMerges, leaversOf, newReaders, peopleOf, type NewReaders, type Step } from "../rules/merging.ts";
import { isMessageForCustomers } from "../rules/sight.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listMerged, listMergedDirectly } from "../store/merges.ts";
import { listMessages } from "../store/messages.ts";
import { addWords, forgetWords, shareWords } from "../store/search.ts";
import { ticketsByIds } from "../store/tickets.ts";
import { commit } from "./changing.ts";

const us = system("tickets");

/** Customers of either ticket who could read the other only after the merge. */
export const newReadersOf = async (
  db: Reader,
  { source, target }: { source: Ticket; target: Ticket },
): Promise<NewReaders> => {
  // What is internal stays at the desk.
  if (source.visibility === "internal") return { ofTarget: [], ofSource: [] };
  const memberships = new Map<number, number[]>();
  for (const personId of new Set([...peopleOf(source), ...peopleOf(target)]))
    memberships.set(
      personId,
      (await organisationsOf(db, personId)).map(({ id }) => id),
    );
  return newReaders({ source, target }, memberships);
};

/**
 * Takes out of CC whom only a merged ticket had brought, and which has gone its own way. Call it for each ticket that
 * the one went on in, nearest first, after it has left. `isDirect`: the history says so even if nobody leaves.
 */
export const letGo = async (
  tx: Tx,
  actor: Actor,
  { ticket, number, isDirect }: { ticket: Ticket; number: number; isDirect: boolean },
): Promise<void> => {
  const remaining = [...(await ticketsByIds(tx, us, await listMergedDirectly(tx, ticket.id))).values()];
  const joined = joinedByMerges(await stepsOf(tx, ticket.id));
  const leaving = leaversOf(ticket.participantIds, { joined, remaining });
  if (!isDirect && leaving.length === 0) return;
  await commit(tx, actor, ticket, {
    event: ticketGaveBack({ number }),
    isHeld: true,
    ...(leaving.length > 0 && {
      patch: { participantIds: ticket.participantIds.filter((personId) => !leaving.includes(personId)) },
    }),
  });
};

const stepsOf = async (tx: Tx, ticketId: number): Promise<Step[]> =>
  (await listEvents(tx, { kind: "ticket", id: ticketId })).flatMap(({ name, payload }) => {
    const change = ((payload["changes"] ?? {}) as Changes).participantIds;
    return change
      ? [{ isMerge: name === "ticket.absorbed", from: change.from as number[], to: change.to as number[] }]
      : [];
  });

/** The ticket is found by its own words again, and by those of what is still merged into it. */
export const renewWords = async (tx: Tx, { id: ticketId, number, subject }: Ticket): Promise<void> => {
  await forgetWords(tx, ticketId);
  const events = await listEvents(tx, { kind: "ticket", id: ticketId });
  const subjects = events.flatMap(({ payload }) => {
    const change = ((payload["changes"] ?? {}) as Changes).subject;
    return [change?.from, change?.to].filter((each) => typeof each === "string");
  });
  const text = [number, subject, ...subjects].join(" ");
  await addWords(tx, { ticketId, text, isForCustomers: true });
  for (const message of await listMessages(tx, ticketId))
    await addWords(tx, {
      ticketId,
      text: [message.text, ...message.attachments.map(({ name }) => name)].join("\n"),
      isForCustomers: isMessageForCustomers(message),
    });
  for (const { id, isApart } of await listMerged(tx, ticketId))
    await shareWords(tx, { fromId: id, toId: ticketId, isForCustomers: !isApart });
};
