import type { Reader } from "../../../platform/db/db.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import { statusName } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { findLastMove } from "../store/timeline.ts";
import { whoDid } from "../views/desk/history.tsx";
import { deskWords } from "../words-desk.ts";

/** Who brought the ticket where it stands, e.g. so that something else could not be done. */
export const movedBy = async (
  db: Reader,
  { id, type }: Pick<Ticket, "id" | "type">,
  locale: Locale,
): Promise<string | undefined> => {
  const move = await findLastMove(db, id);
  if (!move) return undefined;
  const status = statusName({ status: move.to, type })[locale];
  return deskWords[locale].bulk.movedBy({ name: whoDid(move, { locale }), status });
};
