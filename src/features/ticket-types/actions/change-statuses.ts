import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import type { StatusesInput } from "../input.ts";
import { alwaysUsed } from "../rules/types-settings.ts";
import { statuses, type Names, type Status, type TicketType } from "../rules/type.ts";
import { lockTicketType } from "../store/types.ts";
import { phrase } from "../words.ts";
import { mustAdminister, mustBeMeetable } from "./guards.ts";
import { writeFacts } from "./write-facts.ts";

/**
 * Writes which statuses the type uses and what they are called. Not an action of its own: tickets may stand in a
 * status that is taken out, and only the tickets' feature can move them; its action calls this first.
 * Returns the type as it is now, and the statuses that it no longer uses.
 */
export const writeStatuses = async (
  tx: Tx,
  actor: Actor,
  input: StatusesInput,
): Promise<{ type: TicketType; gone: readonly Status[] }> => {
  mustAdminister(actor);
  const before = await lockTicketType(tx, input.ticketTypeId);
  // Those that belong to every type cannot be unticked, and a box that cannot be unticked sends nothing.
  const used = statuses.filter(
    (status) => input.statuses.includes(status) || alwaysUsed.some((each) => each === status),
  );
  const facts = {
    statuses: used,
    statusNames: ownNames(input.statusNames, "statusNames"),
    customerStatusNames: ownNames(input.customerStatusNames, "customerStatusNames"),
    toldStatuses: input.toldStatuses.filter((status) => used.includes(status)),
  };
  mustBeMeetable({ ...before, ...facts });
  await writeFacts(tx, actor, { before, facts });
  return { type: { ...before, ...facts }, gone: before.statuses.filter((status) => !used.includes(status)) };
};

const ownNames = (
  given: StatusesInput["statusNames"],
  field: "statusNames" | "customerStatusNames",
): Partial<Record<Status, Names>> => {
  const named = (Object.entries(given) as [Status, Names][]).filter(([, { en, de }]) => en !== "" || de !== "");
  const half = named.find(([, { en, de }]) => en === "" || de === "");
  if (half) throw new Invalid({ [`${field}.${half[0]}.${half[1].en === "" ? "en" : "de"}`]: phrase("bothNames") });
  return Object.fromEntries(named);
};
