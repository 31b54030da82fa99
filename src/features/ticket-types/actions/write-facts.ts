import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { record } from "../../../platform/events.ts";
import { changesIn } from "../../../platform/settings.ts";
import { changed } from "../events.ts";
import type { TicketType } from "../rules/type.ts";
import { saidOfType } from "../said.ts";
import { updateTicketType, type TypeFacts } from "../store/type-rows.ts";

import { teamNamesFor } from "./team-names.ts";

/** Writes what differs, and records it with what was before; nothing when nothing does. */
export const writeFacts = async (
  tx: Tx,
  actor: Actor,
  { before, facts }: { before: TicketType; facts: Partial<TypeFacts> },
): Promise<void> => {
  const teamNames = await teamNamesFor(tx, facts);
  const now = saidOfType(facts, teamNames);
  const then = saidOfType(before, teamNames);
  const changes = changesIn(then, now);
  if (Object.keys(changes).length === 0) return;
  await updateTicketType(tx, before.id, facts);
  await record(tx, actor, changed("", { typeId: before.id, name: facts.names ?? before.names }, changes));
};
