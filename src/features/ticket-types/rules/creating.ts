import type { Actor } from "../../../platform/actor.ts";
import type { FormField, TicketType } from "./type.ts";

/** Whether the actor may open tickets of this type. */
export const mayCreate = (
  actor: Actor,
  { creators, isRetired }: Pick<TicketType, "creators" | "isRetired">,
): boolean => {
  if (isRetired) return false;
  if (actor.kind === "agent" || actor.kind === "system") return true;
  if (creators === "members") return actor.kind === "customer" && actor.organisationIds.length > 0;
  return creators === "everyone";
};

/** The keys of the custom fields that customers see; retired ones are still seen where they were filled in. */
export const customerFieldsOf = ({ fields }: { fields: readonly FormField[] }): readonly string[] =>
  fields.filter(({ audience }) => audience === "customers").map(({ key }) => key);
