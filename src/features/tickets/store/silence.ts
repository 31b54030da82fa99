import type { Reader } from "../../../platform/db/db.ts";
import { after, days, now } from "../../../platform/time.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";

const atOnce = 1_000;

/** Tickets for which silence may be over by now, longest quiet first; the rules (rules/silence.ts) say so of each. */
export const listQuietTicketIds = async (db: Reader): Promise<number[]> => {
  const types = (await listTicketTypes(db)).flatMap((type) => {
    const { id, remindAfterDays, closeResolvedAfterDays } = type;
    const demands = type.needsApproval || type.needsSolution || type.needsConfirmation || type.needsFeedback;
    const quiet = (status: "waiting" | "resolved", limit: number | null) =>
      limit === null ? [] : [{ id, status, demands, since: after(now(), -days(limit)) }];
    return [...quiet("waiting", remindAfterDays), ...quiet("resolved", closeResolvedAfterDays)];
  });
  const rows = await db
    .selectFrom("tickets")
    .select("id")
    .where("status", "in", ["waiting", "resolved"])
    .where((row) =>
      row.or([
        row("closes_at", "<=", now()),
        ...types.map(({ id, status, since, demands }) =>
          row.and([
            row("type_id", "=", id),
            row("status", "=", status),
            row("status_since", "<=", since),
            row("closes_at", "is", null),
            // The desk was told; it goes on when something is given, or when nothing is demanded any more.
            ...(demands ? [row("stalled_at", "is", null)] : []),
          ]),
        ),
      ]),
    )
    .orderBy("status_since")
    .limit(atOnce)
    .execute();
  return rows.map(({ id }) => id);
};
