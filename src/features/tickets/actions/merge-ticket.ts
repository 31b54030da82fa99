import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Invalid } from "../../../platform/errors.ts";
import { optionalWords } from "../../../platform/input.ts";
import { listAgents } from "../../people/index.ts";
import { ticketAbsorbed, ticketMerged } from "../events-together.ts";
import { answersTarget, joinersOf, mergeRefusal, peopleOf } from "../rules/merging.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { refusal } from "../rules/refusals.ts";
import { move } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { moveDrafts } from "../store/moved-drafts.ts";
import { endOf, listMerged, setMergedApart } from "../store/merges.ts";
import { listPublicMessages } from "../store/messages.ts";
import { shareWords } from "../store/search.ts";
import { findTicketByNumber } from "../store/tickets.ts";
import { togetherPhrase } from "../words-together.ts";
import { phrase } from "../words.ts";
import { commit, refuseOutdated, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";
import { lockTickets } from "./locking.ts";
import { newReadersOf } from "./merging.ts";
import { withdrawPending } from "./withdraw-proposal.ts";

export const mergeTicket = action({
  name: "tickets.merge",
  description:
    "Lets a ticket go on in another one: it closes, its conversation is read there, and what is written to it arrives there.",
  input: z.object({
    /** The one that closes. */
    ticketId,
    version: formVersion,
    /** The one that goes on. */
    number: z.coerce.number().int().min(1),
    /** Why, for the desk's history. */
    reason: optionalWords(1_000),
    /**
     * Whether people of the two tickets come to read each other's. Needed where somebody would read what he could not
     * before: nobody joins a ticket of somebody else without an agent having decided it.
     */
    sight: z.enum(["together", "apart"]).optional(),
  }),
  async run(tx, actor, { ticketId, version, number, reason, sight }): Promise<Changed & { intoNumber: number }> {
    const { source, target } = await lockBoth(tx, actor, { ticketId, number });
    mustBeAbleTo(actor, "merge", source);
    mustBeAbleTo(actor, "merge", target);
    await refuseOutdated(tx, source, { version, fields: ["status", "mergedInto"] });
    const status = move(source, "merge");
    const refused = mergeRefusal(source, target);
    if (refused) throw new Conflict(refusal(refused));
    const isApart = await decide(tx, { source, target, sight });
    const said = { reason, isApart };
    const isAsked = source.approval === "pending";
    // Whoever was asked would decide about a ticket that is no longer there; undone, he is asked again.
    if (isAsked) await withdrawPending(tx, actor, { ticket: source, reason });
    const desk = (await listAgents(tx)).map(({ id }) => id);
    const of = isApart ? desk : [...desk, ...peopleOf(source)];
    const drafts = await moveDrafts(tx, { fromId: source.id, toId: target.id, of });
    const { changed } = await commit(tx, actor, source, {
      event: ticketMerged({
        ...{ intoId: target.id, intoNumber: target.number, ...said, drafts },
        closesAt: source.closesAt?.toISOString() ?? null,
      }),
      patch: {
        status,
        mergedInto: target.id,
        statusBeforeMerge: source.status,
        approval: isAsked ? "none" : source.approval,
      },
    });
    await setMergedApart(tx, source.id, isApart);
    await bringAlong(tx, actor, { source, target, said });
    return { ...changed, intoNumber: target.number };
  },
});

/** The two, or of the target where it itself goes on. */
const lockBoth = async (
  tx: Tx,
  actor: Actor,
  { ticketId, number }: { ticketId: number; number: number },
): Promise<{ source: Ticket; target: Ticket }> => {
  const found = await findTicketByNumber(tx, actor, number);
  if (!found) throw new Invalid({ number: phrase("noSuchTicket") });
  if (found.id === ticketId) throw new Invalid({ number: togetherPhrase("mergeWithItself") });
  const end = await endOf(tx, found.id);
  if (end === ticketId) throw new Invalid({ number: togetherPhrase("mergedTheOtherWay", { number }) });
  const locked = await lockTickets(tx, actor, [ticketId, end]);
  const [source, target] = [locked.get(ticketId), locked.get(end)];
  // While we waited somebody merged the target, perhaps into this very ticket.
  if (!source || target?.mergedInto !== null) throw new Conflict();
  return { source, target };
};

const decide = async (
  tx: Tx,
  { source, target, sight }: { source: Ticket; target: Ticket; sight: "together" | "apart" | undefined },
): Promise<boolean> => {
  // Nobody outside the desk has read of it until now.
  if (source.visibility === "internal") return true;
  if (sight !== undefined) return sight === "apart";
  const { ofTarget, ofSource } = await newReadersOf(tx, { source, target });
  if (ofTarget.length + ofSource.length > 0) throw new Invalid({ sight: togetherPhrase("decideSight") });
  return false;
};

/** What the target gets from it: people, tags, and words to be found by. */
const bringAlong = async (
  tx: Tx,
  actor: Actor,
  { source, target, said }: { source: Ticket; target: Ticket; said: { reason: string; isApart: boolean } },
): Promise<void> => {
  const { isApart } = said;
  const joining = isApart ? [] : joinersOf(source, target);
  const isAnswered = !isApart && answersTarget(await saidIn(tx, source), target);
  await commit(tx, actor, target, {
    event: ticketAbsorbed({
      ...{ fromId: source.id, number: source.number, ...said },
      ...(isAnswered && { announced: target.closesAt?.toISOString() ?? null }),
    }),
    isHeld: isApart,
    patch: {
      participantIds: [...target.participantIds, ...joining],
      tags: [...new Set([...target.tags, ...source.tags])],
      ...(isAnswered && { status: move(target, "answer") }),
    },
    marks: isAnswered ? { lastMessageBy: "customer" } : {},
  });
  await shareWords(tx, { fromId: source.id, toId: target.id, isForCustomers: !isApart });
};

/** All that customers have said in it, and in what had been merged into it. */
const saidIn = async (tx: Tx, source: Ticket) => {
  const ids = [source.id, ...(await listMerged(tx, source.id)).flatMap(({ id, isApart }) => (isApart ? [] : id))];
  const said = [];
  for (const id of ids) said.push(...(await listPublicMessages(tx, id)));
  return said;
};
