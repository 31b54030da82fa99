import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import type { StoredEvent } from "../../../platform/events.ts";
import { after, days, now } from "../../../platform/time.ts";
import { approvalsAbout, askForApproval, type Approval } from "../../approvals/index.ts";
import { approversFor } from "../approvers.ts";
import { proposalWithdrawn, solutionProposed } from "../events-approval.ts";
import type { Changes } from "../rules/changes.ts";
import { peopleOf } from "../rules/merging.ts";
import { isLegal, move } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listPublicMessages } from "../store/messages.ts";
import { commit } from "./changing.ts";

/** What a merge had ended, and what its undoing brings back. */

interface Merge {
  /** The ticket that was merged. */
  source: Ticket;
  merged: StoredEvent;
  /** The id of the ticket in which it went on. */
  into: number;
}

/**
 * The day on which the ticket closes by itself, as it was announced before; where that has passed, so many days from now as were left.
 * Undefined where none was announced, and where its customers have spoken since.
 */
export const announcedDay = async (tx: Tx, { source, merged, into }: Merge): Promise<Date | undefined> => {
  const said = merged.payload["closesAt"];
  if (typeof said !== "string" || (await hasSpokenSince(tx, { source, merged, into }))) return undefined;
  const day = new Date(said);
  return day > now() ? day : after(now(), day.getTime() - merged.at.getTime());
};

const hasSpokenSince = async (tx: Tx, { source, merged, into }: Merge): Promise<boolean> => {
  const own = peopleOf(source);
  return (await listPublicMessages(tx, into)).some(
    ({ eventId, side, authorId }) => eventId > merged.id && side === "customer" && own.includes(authorId ?? 0),
  );
};

/** Somebody was still to agree when it was merged. */
export const wasAsked = ({ payload }: StoredEvent): boolean =>
  ((payload["changes"] ?? {}) as Changes).approval?.from === "pending";

/**
 * Puts the same proposal before those who had not agreed yet, for the days that were left. What was withdrawn is sealed, and stays. Where
 * nobody is left to be asked, the ticket comes back to work.
 */
export const askAgain = async (tx: Tx, actor: Actor, ticket: Ticket): Promise<void> => {
  const [last] = await approvalsAbout(tx, "ticket", ticket.id);
  const personIds = last?.outcome === "withdrawn" ? await leftToAsk(tx, ticket, last) : [];
  if (!last) return;
  if (personIds.length === 0) return backToWork(tx, actor, ticket, last);
  const { title, path, text, rule } = last;
  const { approvalId } = await askForApproval.run(tx, actor, {
    ...{ about: { kind: "ticket", id: ticket.id }, title, path, text, rule, approverIds: personIds },
    days: daysLeft(last),
    onceKey: `ticket ${ticket.id} ${ticket.version}`,
  });
  await commit(tx, actor, ticket, {
    event: solutionProposed({ approvalId, personIds, rule }),
  });
};

const leftToAsk = async (tx: Tx, ticket: Ticket, { approvers, decisions }: Approval): Promise<number[]> => {
  const heard = decisions.map(({ personId }) => personId);
  const known = (await approversFor(tx, ticket)).map(({ personId }) => personId);
  return approvers.map(({ personId }) => personId).filter((id) => known.includes(id) && !heard.includes(id));
};

const daysLeft = ({ expiresAt, endedAt }: Approval): number =>
  Math.max(1, Math.ceil((expiresAt.getTime() - (endedAt ?? now()).getTime()) / days(1)));

const backToWork = async (
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  { id: approvalId, outcome }: Approval,
): Promise<void> => {
  const because = outcome === "expired" ? "expired" : "withdrawn";
  await commit(tx, actor, ticket, {
    event: proposalWithdrawn({ approvalId, because, reason: "" }),
    patch: { approval: "none", ...(isLegal(ticket, "decide") && { status: move(ticket, "decide") }) },
  });
};
