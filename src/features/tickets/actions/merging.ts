import { system, type Actor } from "../../../platform/actor.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { listEvents, type StoredEvent } from "../../../platform/events.ts";
import { now } from "../../../platform/time.ts";
import { organisationsOf } from "../../people/index.ts";
import { ticketGaveBack } from "../events-together.ts";
import type { Changes } from "../rules/changes.ts";
import { joinedByMerges, leaversOf, newReaders, peopleOf, type NewReaders, type Step } from "../rules/merging.ts";
import { isMessageForCustomers } from "../rules/sight.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listMerged, listMergedDirectly } from "../store/merges.ts";
import { listMessages, listPublicMessages } from "../store/messages.ts";
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
 * Takes out of CC whom only a merged ticket had brought, and which has gone its own way, and its tags. Call it for each ticket that
 * the one went on in, nearest first, after it has left. `isDirect`: the history says so even if nobody leaves.
 */
export const letGo = async (
  tx: Tx,
  actor: Actor,
  { ticket, number, isDirect }: { ticket: Ticket; number: number; isDirect: boolean },
): Promise<void> => {
  const remaining = [...(await ticketsByIds(tx, us, await listMergedDirectly(tx, ticket.id))).values()];
  const history = await listEvents(tx, { kind: "ticket", id: ticket.id });
  const people = leaversOf(ticket.participantIds, {
    joined: joinedByMerges(stepsOf<number>(history, "participantIds")),
    held: remaining.flatMap(peopleOf),
  });
  const tags = leaversOf(ticket.tags, {
    joined: joinedByMerges(stepsOf<string>(history, "tags")),
    held: remaining.flatMap((each) => each.tags),
  });
  if (!isDirect && people.length + tags.length === 0) return;
  const waits = waitsAgain(history, ticket, number);
  await commit(tx, actor, ticket, {
    event: ticketGaveBack({ number }),
    isHeld: waits === undefined,
    patch: {
      ...(people.length > 0 && { participantIds: ticket.participantIds.filter((each) => !people.includes(each)) }),
      ...(tags.length > 0 && { tags: ticket.tags.filter((each) => !tags.includes(each)) }),
      ...(waits && { status: waits.status }),
    },
    marks: waits ? { ...waits.marks, lastMessageBy: await lastSpeaker(tx, ticket) } : {},
  });
};

/** The answer that had come with the merged ticket is gone with it: it waits as before, unless it was moved since. */
const waitsAgain = (
  history: readonly StoredEvent[],
  ticket: Ticket,
  number: number,
): { status: Ticket["status"]; marks: { closesAt?: Date } } | undefined => {
  const moves = history.filter(({ payload }) => ((payload["changes"] ?? {}) as Changes).status !== undefined);
  const last = moves.at(-1);
  if (last?.name !== "ticket.absorbed" || last.payload["number"] !== number) return undefined;
  const status = (last.payload["changes"] as Changes).status?.from as Ticket["status"];
  const { announced } = last.payload;
  const day = typeof announced === "string" ? new Date(announced) : undefined;
  // What was announced for a day that is over would close it at once, and without a word.
  return ticket.type.statuses.includes(status)
    ? { status, marks: day !== undefined && day > now() ? { closesAt: day } : {} }
    : undefined;
};

const lastSpeaker = async (tx: Tx, { id, lastMessageBy }: Ticket): Promise<Ticket["lastMessageBy"]> =>
  (await listPublicMessages(tx, id)).at(-1)?.side ?? lastMessageBy;

const stepsOf = <T>(history: readonly StoredEvent[], field: "participantIds" | "tags"): Step<T>[] =>
  history.flatMap(({ name, payload }) => {
    const change = ((payload["changes"] ?? {}) as Changes)[field];
    return change ? [{ isMerge: name === "ticket.absorbed", from: change.from as T[], to: change.to as T[] }] : [];
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
