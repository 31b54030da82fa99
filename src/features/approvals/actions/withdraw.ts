import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { listEvents, record } from "../../../platform/events.ts";
import { id, optionalWords } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { cancelMails } from "../../outgoing-mail/index.ts";
import { approvalWithdrawn } from "../events.ts";
import { stateOf } from "../rules/outcome.ts";
import { endApproval, lockApproval } from "../store.ts";
import { phrase } from "../words.ts";

export const withdraw = action({
  name: "approvals.withdraw",
  description:
    "Takes an approval back before it is decided. One whose time is over is marked as expired; what was decided stays.",
  input: z.object({ approvalId: id, reason: optionalWords(1_000) }),
  async run(tx, actor, { approvalId, reason }) {
    if (!isAgent(actor) && actor.kind !== "system") throw new Forbidden();
    const approval = await lockApproval(tx, approvalId);
    if (approval.outcome !== null) throw new Conflict(phrase("isOver"));
    const at = now();
    const because = stateOf(approval, at) === "expired" ? "expired" : "withdrawn";
    await endApproval(tx, approvalId, { outcome: because, at });
    await cancelRequests(tx, approvalId);
    await record(tx, actor, approvalWithdrawn(approval, { because, reason }));
  },
});

/** Nobody is asked any more, not even by a mail that is still on its way out. */
const cancelRequests = async (tx: Tx, approvalId: number): Promise<void> => {
  const events = await listEvents(tx, { kind: "approval", id: approvalId });
  for (const { id: eventId, name } of events) if (name === "approval.asked") await cancelMails(tx, eventId);
};
