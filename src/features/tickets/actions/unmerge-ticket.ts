import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { listEvents, type StoredEvent } from "../../../platform/events.ts";
import { ticketUnmerged } from "../events-together.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { move } from "../rules/status.ts";
import { chainOf, setMergedApart } from "../store/merges.ts";
import { moveDraftsBack } from "../store/moved-drafts.ts";
import { getTicket } from "../store/tickets.ts";
import { announcedDay, askAgain, wasAsked } from "./back-from-merge.ts";
import { commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { lockTickets } from "./locking.ts";
import { letGo, renewWords } from "./merging.ts";
import { backToWorkUnlessOrdered } from "./orders.ts";
import { withdrawMails } from "./withdraw-mails.ts";

const us = system("tickets");

export const unmergeTicket = action({
  name: "tickets.unmerge",
  description:
    "Lets a merged ticket go its own way again, in the status it had; whom it had brought along leaves, and so do its tags. What was written since stays where it was written.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<Changed & { mailed: string[] }> {
    const chain = await chainOf(tx, ticketId);
    const locked = await lockTickets(tx, us, [ticketId, ...chain]);
    const source = await getTicket(tx, actor, ticketId);
    mustBeAbleTo(actor, "unmerge", source);
    const status = move(source, "unmerge");
    const [into] = chain;
    const target = into === undefined ? undefined : locked.get(into);
    // Somebody merged or unmerged further up while we waited.
    if (!target || (await chainOf(tx, ticketId)).join() !== chain.join()) throw new Conflict();
    const merged = await lastMerge(tx, ticketId);
    const mailed = merged ? await withdrawMails(tx, merged) : [];
    const isAsked = merged !== undefined && wasAsked(merged);
    const closesAt = merged && (await announcedDay(tx, { source, merged, into: target.id }));
    const { ticket: freed, changed } = await commit(tx, actor, source, {
      event: ticketUnmerged({ intoNumber: target.number, mailed }),
      patch: { status, mergedInto: null, statusBeforeMerge: null, approval: isAsked ? "pending" : source.approval },
      marks: closesAt ? { closesAt } : {},
    });
    await setMergedApart(tx, ticketId, false);
    if (merged) await moveDraftsBack(tx, { draftIds: draftsOf(merged), toId: ticketId, from: chain, since: merged.at });
    for (const id of chain) {
      const isDirect = id === target.id;
      await letGo(tx, actor, { ticket: await getTicket(tx, us, id), number: source.number, isDirect });
      await renewWords(tx, await getTicket(tx, us, id));
    }
    if (merged) await backToWorkUnlessOrdered(tx, actor, { ticket: freed, awaySince: merged.at });
    if (isAsked) await askAgain(tx, actor, freed);
    const { version } = await getTicket(tx, us, ticketId);
    return { ...changed, version, mailed };
  },
});

const draftsOf = ({ payload: { drafts } }: StoredEvent): number[] =>
  Array.isArray(drafts) ? drafts.filter((each) => typeof each === "number") : [];

const lastMerge = async (tx: Tx, ticketId: number): Promise<StoredEvent | undefined> =>
  (await listEvents(tx, { kind: "ticket", id: ticketId })).findLast(({ name }) => name === "ticket.merged");
