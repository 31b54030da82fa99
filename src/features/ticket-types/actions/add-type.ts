import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { added } from "../events.ts";
import { hints, names, typeFacts, typeKind } from "../input.ts";
import { keyFrom } from "../rules/form-settings.ts";
import { statuses } from "../rules/type.ts";
import { insertTicketType, type TypeFacts } from "../store/type-rows.ts";
import { lockTicketTypes } from "../store/types.ts";
import { mustAdminister, mustBeMeetable, withoutGaps } from "./guards.ts";
import { teamNamesFor } from "./team-names.ts";

/** What a new type begins with. */
const usual: Omit<TypeFacts, "names" | "hints"> = {
  kind: "request",
  statuses: statuses.filter((status) => status !== "draft"),
  statusNames: {},
  customerStatusNames: {},
  toldStatuses: [],
  hasPriority: true,
  hasRating: true,
  creators: "everyone",
  onlyAssigneesWrite: false,
  takesSeatRequests: false,
  asksProduct: "no",
  needsApproval: false,
  needsSolution: false,
  needsConfirmation: false,
  needsFeedback: false,
  reopenDays: 14,
  remindAfterDays: null,
  closeAfterDays: 5,
  closeResolvedAfterDays: null,
  teamId: null,
};

export const addType = action({
  name: "ticket-types.add",
  description:
    "Adds a type of tickets. It begins with all statuses but drafts; everything else is set on its own pages.",
  input: z.object({
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/)
      .optional(),
    ...names,
    ...z
      .object({ kind: typeKind, ...hints, ...typeFacts })
      .omit({ nameEn: true, nameDe: true })
      .partial().shape,
  }),
  async run(tx, actor, { key, nameEn, nameDe, hintEn = "", hintDe = "", ...given }) {
    mustAdminister(actor);
    const types = await lockTicketTypes(tx);
    await teamNamesFor(tx, given);
    const name = { en: nameEn, de: nameDe };
    mustBeMeetable({ ...usual, ...withoutGaps(given) });
    const ticketTypeId = await insertTicketType(tx, {
      ...usual,
      ...withoutGaps(given),
      key: keyFrom(
        key ?? nameEn,
        types.map((type) => type.key),
      ),
      names: name,
      hints: { en: hintEn, de: hintDe },
    });
    await record(tx, actor, added("", { typeId: ticketTypeId, name }));
    return { ticketTypeId };
  },
});
