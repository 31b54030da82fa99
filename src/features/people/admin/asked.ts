import { NotFound } from "../../../platform/errors.ts";
import { listLatestEvents, type StoredEvent } from "../../../platform/events.ts";
import { redirect, type Answer, type Ask } from "../../../platform/http/route.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { peopleByIds } from "../store/people.ts";

export const pageSize = 50;

/** The id in the address. Throws `NotFound` for what cannot be one. */
export const idOf = ({ params }: Ask, name = "id"): number => {
  const id = Number(params[name]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

export const offsetOf = ({ query }: Ask): number => Math.max(0, Math.trunc(Number(query.get("from") ?? 0)) || 0);

export const textOf = ({ query }: Ask): string | undefined => query.get("q")?.trim().slice(0, 200) || undefined;

export const saying = (to: string, text: string): Answer => redirect(to, { text, tone: "success" });

const historyLength = 50;

/** The latest events of a subject, with the names of the people whom they speak of. */
export const historyOf = async (
  db: Reader,
  subject: { kind: string; id: number },
): Promise<{ events: readonly StoredEvent[]; names: ReadonlyMap<number, string> }> => {
  const events = await listLatestEvents(db, subject, historyLength);
  const people = await peopleByIds(
    db,
    events.map(({ payload }) => payload["personId"]).filter((id) => typeof id === "number"),
  );
  return { events, names: new Map([...people].map(([id, { name }]) => [id, name])) };
};
