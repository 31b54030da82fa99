import type { Feature } from "../../platform/feature.ts";
import { getTicketType, ticketTypeAdminRoutes, type Use, type Uses } from "../ticket-types/index.ts";
import type { Reader } from "../../platform/db/db.ts";
import { teamAdminRoutes } from "../people/index.ts";
import { productAdminRoutes } from "../products/index.ts";
import { serviceLevelAdminRoutes } from "../service-levels/index.ts";
import { calendarAdminRoutes } from "../working-time/index.ts";
import { changeTypeKind } from "./actions/change-type-kind.ts";
import { changeTypeStatuses } from "./actions/change-type-statuses.ts";
import { endTeam } from "./actions/end-team.ts";
import { filterOf, listHref, type TicketFilter } from "./filter.ts";
import { replayTarget, replayTime } from "./replaying.tsx";
import { countTicketsWithTarget } from "./store/clocks.ts";
import { countProductUses } from "./store/product-uses.ts";
import { currentStage } from "./rules/procedure.ts";
import { unfinished } from "./rules/ticket.ts";
import { countTickets } from "./store/lists.ts";
import { countNamed, countTechnicalLinksOf } from "./store/uses.ts";
import { listViewsOfTeam } from "./team-views.ts";
import { togetherWords } from "./words-together.ts";
import { words } from "./words.ts";

/** Drafts are in no list of the desk, so they have no address. */
const countUses = async (db: Reader): Promise<Uses> => {
  const { statuses, developmentStatuses, priorities, stages, answers } = await countNamed(db);
  const sum = (counts: readonly { count: number }[]): number => counts.reduce((all, { count }) => all + count, 0);
  return {
    ofType: ({ id, key }) => ({
      count: sum(statuses.filter(({ typeId }) => typeId === id)),
      href: listHref({ types: [key] }),
    }),
    ofStatus: ({ id, key }, status): Use => ({
      count: sum(statuses.filter((row) => row.typeId === id && row.status === status)),
      ...(status !== "draft" && { href: listHref({ types: [key], statuses: [status] }) }),
    }),
    ofPriority: (priority) => ({
      count: sum(priorities.filter((row) => row.priority === priority)),
      href: listHref({ priorities: [priority] }),
    }),
    ofDevelopmentStatus: (id) => ({
      count: sum(developmentStatuses.filter((row) => row.id === id)),
      href: listHref({ developmentStatusIds: [id] }),
    }),
    ofStage: (type, key) => ({
      // Tickets that were never moved on are in the first.
      count: sum(
        stages.filter((row) => row.typeId === type.id && currentStage({ type, stage: row.stage })?.key === key),
      ),
      href: listHref({ types: [type.key], stages: [key], statuses: unfinished }),
    }),
    ofField: ({ id, key: type }, key) => ({
      count: sum(answers.filter((row) => row.typeId === id && row.key === key)),
      href: listHref({ types: [type], answered: [key] }),
    }),
  };
};

/** Settings that need to know the tickets. */
export const adminRoutes = [
  ...calendarAdminRoutes({ replay: replayTime }),
  ...serviceLevelAdminRoutes({ replay: replayTarget }),
  ...productAdminRoutes(countProductUses),
  ...teamAdminRoutes({ endTeam }),
  ...ticketTypeAdminRoutes({ countUses, changeStatuses: changeTypeStatuses, changeKind: changeTypeKind }),
];

/** Where tickets name what earlier features set up. */
export const ticketUses: NonNullable<Feature["uses"]> = {
  "ticket-type": async ({ context: { db }, actor }, id) => {
    const { count, href } = (await countUses(db)).ofType(await getTicketType(db, id));
    const together = await countTechnicalLinksOf(db, id);
    return [
      { label: words[actor.locale].ticketsCounted({ count }), count, ...(href !== undefined && { href }) },
      { label: togetherWords[actor.locale].waitsCounted({ count: together }), count: together },
    ];
  },
  "service-level": async ({ context: { db }, actor }, id) => {
    const count = await countTicketsWithTarget(db, id);
    return [{ label: words[actor.locale].ticketsCounted({ count }), count, href: listHref({ promiseIds: [id] }) }];
  },
  team: async ({ context: { db }, actor }, id) => {
    const unfinishedOnes: Partial<TicketFilter> = { teamIds: [id], statuses: unfinished };
    const finished: Partial<TicketFilter> = { teamIds: [id], statuses: ["closed", "cancelled"] };
    const [open = 0, over = 0] = await countTickets(db, actor, [filterOf(unfinishedOnes), filterOf(finished)]);
    const views = (await listViewsOfTeam(db, id)).length;
    const w = words[actor.locale];
    return [
      { label: w.ticketsCounted({ count: open }), count: open, href: listHref(unfinishedOnes) },
      { label: w.finishedCounted({ count: over }), count: over, href: listHref(finished) },
      { label: w.viewsCounted({ count: views }), count: views, href: "/desk" },
    ];
  },
  "development-status": async ({ context: { db }, actor }, id) => {
    const { count, href } = (await countUses(db)).ofDevelopmentStatus(id);
    return [{ label: words[actor.locale].ticketsCounted({ count }), count, ...(href !== undefined && { href }) }];
  },
};
