import { sql, type Expression, type RawBuilder, type SqlBool } from "kysely";
import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { cameInBy } from "../../mail-addresses/index.ts";
import { listProducts, productsNamed } from "../../products/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import type { TicketFilter } from "../filter.ts";
import { currentStage } from "../rules/procedure.ts";
import { statusKnown, type ListSight } from "./list-sight.ts";
import { mentions } from "./search.ts";

/** The filter as a condition on `tickets`. What the actor may see is another one, see `visibleTo`. */
export const matching = async (sight: ListSight, filter: TicketFilter): Promise<Expression<SqlBool>> => {
  const { db, actor, unknown } = sight;
  const conditions = [
    unknown.length > 0 && sql`tickets.id <> all(${[...unknown]}::bigint[])`,
    oneOf(statusKnown(sight), filter.statuses, "text"),
    filter.types.length > 0 && sql`tickets.type_id = any(${await typeIds(db, filter.types)}::bigint[])`,
    oneOf(sql`tickets.team_id`, filter.teamIds, "bigint"),
    filter.assignees.length > 0 && isAssigned(actor, filter.assignees),
    oneOf(sql`tickets.requester_id`, filter.requesterIds, "bigint"),
    oneOf(sql`tickets.organisation_id`, filter.organisationIds, "bigint"),
    oneOf(sql`tickets.priority`, filter.priorities, "text"),
    oneOf(sql`tickets.channel`, filter.channels, "text"),
    ...filter.tags.map((tag) => sql`exists (select from ticket_tags where ticket_id = tickets.id and tag = ${tag})`),
    oneOf(sql`tickets.product_id`, filter.productIds, "bigint"),
    oneOf(sql`tickets.version_id`, filter.versionIds, "bigint"),
    oneOf(sql`tickets.module_id`, filter.moduleIds, "bigint"),
    oneOf(sql`tickets.development_status_id`, filter.developmentStatusIds, "bigint"),
    filter.stages.length > 0 && (await isInStage(db, filter.stages)),
    ...filter.answered.map((key) => sql`jsonb_exists(tickets.custom_fields, ${key})`),
    filter.promiseIds.length > 0 && runsBy(filter.promiseIds),
    filter.addressIds.length > 0 && sql`tickets.id in ${cameInBy("ticket", filter.addressIds)}`,
    filter.relation && concerns(actor, filter.relation),
    filter.openedFrom && sql`tickets.opened_at >= ${startOfDay(filter.openedFrom, actor.timeZone)}`,
    filter.openedUntil && sql`tickets.opened_at < ${startOfDay(filter.openedUntil, actor.timeZone, 1)}`,
    filter.text !== "" && (await speaksOf(db, actor, filter.text)),
  ].filter((condition) => typeof condition === "object");
  return conditions.length === 0 ? sql`true` : sql`(${sql.join(conditions, sql` and `)})`;
};

/** The words stand in the ticket, or it is about a product or module of that name. */
const speaksOf = async (db: Reader, actor: Actor, text: string): Promise<Expression<SqlBool>> => {
  const said = await mentions(db, actor, text);
  const { productIds, moduleIds } = productsNamed(await listProducts(db), text);
  const about = [
    oneOf(sql`tickets.product_id`, productIds, "bigint"),
    oneOf(sql`tickets.module_id`, moduleIds, "bigint"),
  ].filter((condition) => condition !== false);
  return about.length === 0 ? said : sql`(${sql.join([said, ...about], sql` or `)})`;
};

const typeIds = async (db: Reader, keys: readonly string[]): Promise<number[]> =>
  (await listTicketTypes(db)).filter(({ key }) => keys.includes(key)).map(({ id }) => id);

/** What was never moved on is in the first stage of its type, and so is what was in one that is gone. */
const isInStage = async (db: Reader, keys: readonly string[]): Promise<RawBuilder<SqlBool>> => {
  const conditions = (await listTicketTypes(db)).flatMap((type) => {
    const known = type.stages.map(({ key }) => key);
    const wanted = known.filter((key) => keys.includes(key));
    if (wanted.length === 0) return [];
    const isFirst = wanted.includes(currentStage({ type, stage: null })?.key ?? "");
    const begun = sql`tickets.stage = any(${wanted}::text[])`;
    const fresh = sql`coalesce(tickets.stage <> all(${known}::text[]), true)`;
    return [sql`(tickets.type_id = ${type.id} and ${isFirst ? sql`(${begun} or ${fresh})` : begun})`];
  });
  return conditions.length === 0 ? sql`false` : sql`(${sql.join(conditions, sql` or `)})`;
};

const oneOf = (
  column: RawBuilder<unknown>,
  values: readonly (string | number)[],
  type: "text" | "bigint",
): RawBuilder<SqlBool> | false =>
  values.length > 0 && sql<SqlBool>`${column} = any(${[...values]}::${sql.raw(type)}[])`;

const isAssigned = (actor: Actor, wanted: TicketFilter["assignees"]): RawBuilder<SqlBool> => {
  const personIds = wanted.flatMap((each) =>
    each === "none" ? [] : each === "me" ? [personIdOf(actor) ?? 0] : [each],
  );
  const conditions = [
    ...(wanted.includes("none") ? [sql`not exists (select from ticket_assignees where ticket_id = tickets.id)`] : []),
    ...(personIds.length > 0
      ? [
          sql`exists (select from ticket_assignees
            where ticket_id = tickets.id and person_id = any(${personIds}::bigint[]))`,
        ]
      : []),
  ];
  return sql`(${sql.join(conditions, sql` or `)})`;
};

const runsBy = (promiseIds: readonly number[]): RawBuilder<SqlBool> =>
  sql`exists (select from ticket_clocks
    where ticket_id = tickets.id and ended_at is null and target_id = any(${[...promiseIds]}::bigint[]))`;

const concerns = (actor: Actor, relation: NonNullable<TicketFilter["relation"]>): RawBuilder<SqlBool> => {
  const personId = personIdOf(actor) ?? 0;
  switch (relation) {
    case "own":
      return sql`tickets.requester_id = ${personId}`;
    case "cc":
      return sql`exists (select from ticket_participants where ticket_id = tickets.id and person_id = ${personId})`;
    case "organisation":
      return sql`tickets.organisation_id = any(${actor.kind === "customer" ? [...actor.organisationIds] : []}::bigint[])`;
  }
};

const startOfDay = (day: string, timeZone: string, daysLater = 0): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: daysLater }).toZonedDateTime(timeZone).epochMilliseconds);
