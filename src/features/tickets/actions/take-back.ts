import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { listEvents, type StoredEvent } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { approvalsAbout } from "../../approvals/index.ts";
import { changeTakenBack, isUndoable } from "../events-undo.ts";
import { takingBack, type Changes, type Patch } from "../rules/changes.ts";
import { refusal } from "../rules/refusals.ts";
import type { Ticket } from "../rules/ticket.ts";
import { getTicket } from "../store/tickets.ts";
import { togetherPhrase } from "../words-together.ts";
import { askAgain } from "./back-from-merge.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { backToWorkUnlessOrdered } from "./orders.ts";
import { withdrawMails } from "./withdraw-mails.ts";

export const takeBack = action({
  name: "tickets.take-back",
  description:
    "Takes back what one has just done to a ticket: it is as it was before, as far as nobody has changed it since. Mails about it that have not left yet are not sent.",
  input: z.object({ ticketId, eventIds: z.array(id).min(1).max(20) }),
  async run(tx, actor, { ticketId, eventIds }): Promise<Changed & { mailed: string[] }> {
    const ticket = await begin(tx, actor, "change", { ticketId });
    if (ticket.mergedInto !== null) throw new Conflict(refusal("isMerged"));
    const history = await listEvents(tx, { kind: "ticket", id: ticketId });
    const done = history.filter((event) => eventIds.includes(event.id) && isOwn(event, actor));
    const patch = restoring(ticket, { history, done });
    if (done.length < eventIds.length || !patch) throw new Conflict(togetherPhrase("takeBackTooLate"));
    const mailed: string[] = [];
    for (const event of done) mailed.push(...(await withdrawMails(tx, event)));
    const wasAsked = patch.status !== undefined && done[0]?.payload["wasAsked"] === true;
    const { ticket: restored, changed } = await commit(tx, actor, ticket, {
      event: changeTakenBack({ eventIds, mailed: [...new Set(mailed)] }),
      // What was agreed to is agreed to: nothing has been done since that it would not hold for.
      patch: { ...patch, approval: wasAsked ? "pending" : ticket.approval },
      marks: announcedIn(done, patch),
    });
    const awaySince = done[0]?.at;
    if (patch.status !== undefined && awaySince)
      await backToWorkUnlessOrdered(tx, actor, { ticket: restored, awaySince });
    if (wasAsked && !(await isAsked(tx, ticketId))) await askAgain(tx, actor, restored);
    const { version } = await getTicket(tx, actor, ticketId);
    return { ...changed, version, mailed: [...new Set(mailed)] };
  },
});

const isOwn = ({ actor: { kind, id: doer }, payload }: StoredEvent, actor: Actor): boolean =>
  kind === actor.kind && doer === personIdOf(actor) && isUndoable(payload);

const changesIn = ({ payload }: StoredEvent): Changes => (payload["changes"] ?? {}) as Changes;

/** Nothing where nobody's change of the same is to be undone: a ticket that somebody has moved on stays where it is. */
const restoring = (
  ticket: Ticket,
  { history, done }: { history: readonly StoredEvent[]; done: readonly StoredEvent[] },
): Patch | undefined => {
  const last = done.at(-1)?.id ?? 0;
  const later = history.filter(({ id: each }) => each > last).flatMap((event) => Object.keys(changesIn(event)));
  const patch: Patch = Object.fromEntries(
    Object.entries(takingBack(ticket, done.map(changesIn))).filter(([field]) => !later.includes(field)),
  );
  const wasMoved = done.some((event) => changesIn(event).status !== undefined);
  return Object.keys(patch).length === 0 || (wasMoved && patch.status === undefined) ? undefined : patch;
};

/** A day that is over by now would close it at once, and without a word. */
const announcedIn = (done: readonly StoredEvent[], { status }: Patch): { closesAt?: Date } => {
  const announced = done[0]?.payload["announced"];
  const day = typeof announced === "string" ? new Date(announced) : undefined;
  return status !== undefined && day !== undefined && day > now() ? { closesAt: day } : {};
};

const isAsked = async (tx: Tx, ticketId: number): Promise<boolean> =>
  (await approvalsAbout(tx, "ticket", ticketId)).some(({ outcome }) => outcome === null);
