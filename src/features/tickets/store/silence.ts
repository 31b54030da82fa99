import type { Reader } from "../../../platform/db/db.ts";
import { after, days, now } from "../../../platform/time.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";

const atOnce = 1_000;

/** Tickets for which silence may be over by now, longest quiet first; the rules (rules/silence.ts) say so of each. */
export const listQuietTicketIds = async (db: Reader): Promise<number[]> => {
  const types = (await listTicketTypes(db)).flatMap(({ id, remindAfterDays, closeResolvedAfterDays }) => [
    ...(remindAfterDays === null
      ? []
      : [{ id, status: "waiting" as const, since: after(now(), -days(remindAfterDays)) }]),
    ...(closeResolvedAfterDays === null
      ? []
      : [{ id, status: "resolved" as const, since: after(now(), -days(closeResolvedAfterDays)) }]),
  ]);
  const rows = await db
    .selectFrom("tickets")
    .select("id")
    .where("status", "in", ["waiting", "resolved"])
    .where((row) =>
      row.or([
        row("closes_at", "<=", now()),
        ...types.map(({ id, status, since }) =>
          row.and([
            row("type_id", "=", id),
            row("status", "=", status),
            row("status_since", "<=", since),
            row("closes_at", "is", null),
          ]),
        ),
      ]),
    )
    .orderBy("status_since")
    .limit(atOnce)
    .execute();
  return rows.map(({ id }) => id);
};
