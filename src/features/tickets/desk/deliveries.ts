import type { Reader } from "../../../platform/db/db.ts";
import { listEventsOf } from "../../../platform/events.ts";
import { mailStatesByEvent, type Delivery } from "../../outgoing-mail/index.ts";
import type { TimelineEntry } from "../rules/sight.ts";

/** How far the mails are that told of each entry, by the entry's id. Who is asked to approve is mailed by the approval. */
export const deliveriesOf = async (
  db: Reader,
  entries: readonly TimelineEntry[],
): Promise<Map<number, readonly Delivery[]>> => {
  const questions = await questionsOf(db, entries);
  const all = await mailStatesByEvent(db, [...entries.map(({ id }) => id), ...questions.keys()]);
  for (const [eventId, entryId] of questions)
    all.set(entryId, [...(all.get(entryId) ?? []), ...(all.get(eventId) ?? [])]);
  return all;
};

/** The events by which approvals asked, and the entries that tell of them. */
const questionsOf = async (db: Reader, entries: readonly TimelineEntry[]): Promise<Map<number, number>> => {
  const proposed = new Map(
    entries.flatMap(({ id, name, payload: { approvalId } }) =>
      name === "ticket.solution-proposed" && typeof approvalId === "number" ? [[approvalId, id] as const] : [],
    ),
  );
  const events = [...(await listEventsOf(db, "approval", [...proposed.keys()])).values()].flat();
  return new Map(
    events.flatMap(({ id, name, subject }) => {
      const entryId = proposed.get(subject.id);
      return name === "approval.asked" && entryId !== undefined ? [[id, entryId] as const] : [];
    }),
  );
};
