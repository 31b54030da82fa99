import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Invalid } from "../../../platform/errors.ts";
import { id, words } from "../../../platform/input.ts";
import { askForApproval, rules } from "../../approvals/index.ts";
import { approversFor } from "../approvers.ts";
import { solutionProposed } from "../events-approval.ts";
import { move } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { approvalPhrase } from "../words-approval.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";

export const proposeSolution = action({
  name: "tickets.propose",
  description:
    "Puts the proposed solution before people who have to agree: the requester, people in CC, people of the organisation. The ticket waits for them.",
  input: z.object({
    ticketId,
    version: formVersion,
    text: words(20_000),
    approverIds: z.array(id).max(30).default([]),
    rule: z.enum(rules).default("all"),
  }),
  async run(tx, actor, { ticketId, version, text, approverIds, rule }): Promise<Changed> {
    const ticket = await begin(tx, actor, "propose", { ticketId, version, fields: ["approval"] });
    const status = move(ticket, "propose");
    if (ticket.visibility === "internal") throw new Conflict(approvalPhrase("onlyPublic"));
    await refuseOutsiders(tx, ticket, approverIds);
    const { approvalId } = await askForApproval.run(tx, actor, {
      about: { kind: "ticket", id: ticket.id },
      title: `#${ticket.number} ${ticket.subject}`,
      path: `/requests/${ticket.number}`,
      ...{ text, approverIds, rule },
      days: openDays,
      // Each proposal makes a new version of the ticket.
      onceKey: `ticket ${ticket.id} ${ticket.version}`,
    });
    const { changed } = await commit(tx, actor, ticket, {
      event: solutionProposed({ approvalId, personIds: approverIds, rule }),
      patch: { status, approval: "pending" },
    });
    return changed;
  },
});

const openDays = 30;

/** Throws `Invalid`: only who is concerned decides, and nobody else learns of the ticket by being asked. */
const refuseOutsiders = async (tx: Tx, ticket: Ticket, approverIds: readonly number[]): Promise<void> => {
  if (approverIds.length === 0) throw new Invalid({ approverIds: approvalPhrase("nobodyAsked") });
  const known = (await approversFor(tx, ticket)).map(({ personId }) => personId);
  if (approverIds.some((each) => !known.includes(each)))
    throw new Invalid({ approverIds: approvalPhrase("notConcerned") });
};
