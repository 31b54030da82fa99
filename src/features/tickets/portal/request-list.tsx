import type { Customer } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { signedIn } from "../../../platform/http/access.ts";
import { get, page, type Ask } from "../../../platform/http/route.ts";
import { now } from "../../../platform/time.ts";
import { productsByIds } from "../../products/index.ts";
import { filterOf, type TicketFilter } from "../filter.ts";
import { readQuery, relationOf, scopes, ticketFilterOf, type RequestQuery, type Scope } from "../request-query.ts";
import { unfinished } from "../rules/ticket.ts";
import { correctedText } from "../store/likeness.ts";
import { countTickets, listTickets } from "../store/lists.ts";
import { listFacets } from "../store/portal-lists.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { RequestListPage, type RequestListView } from "../views/portal/request-list-page.tsx";
import { portalWords } from "../words-portal.ts";
import { orAtDesk } from "./guard.ts";
import { rowsOf } from "./rows.ts";

const pageSize = 20;

export const requestListRoute = get(
  "/requests",
  signedIn,
  orAtDesk(
    () => "/desk",
    async (ask, actor) => {
      const view = await listView(ask, actor);
      return page(portalWords[actor.locale].list.title, <RequestListPage {...view} />, {
        section: "/requests",
        topics: topicsOf(actor, view.query.scope),
      });
    },
  ),
);

const listView = async ({ context: { db }, query: parameters }: Ask, actor: Customer): Promise<RequestListView> => {
  const query = readQuery(parameters);
  const filter = ticketFilterOf(query, todayOf(actor));
  const found = await listTickets(db, actor, { filter, cursor: query.cursor, size: pageSize });
  const lists = scopes.filter((scope) => scope !== "organisation" || actor.organisationIds.length > 0);
  const [total = 0, ...open] = await countTickets(db, actor, [
    filter,
    ...lists.map((scope) => filterOf({ relation: relationOf(scope), statuses: unfinished })),
  ]);
  const { typeIds, productIds } = await listFacets(db, actor, relationOf(query.scope));
  return {
    query,
    rows: await rowsOf(db, actor, found.tickets),
    total,
    suggestion: total === 0 ? await suggestionFor(db, actor, query, filter) : undefined,
    next: found.next,
    previous: found.previous,
    counts: Object.fromEntries(lists.map((scope, index) => [scope, open[index] ?? 0])),
    types: (await listTicketTypes(db)).filter(({ id }) => typeIds.includes(id)),
    products: await productsIn(db, productIds),
    organisationCount: actor.organisationIds.length,
  };
};

/** The words that a search without finds may have meant, if they find anything. */
const suggestionFor = async (
  db: Reader,
  actor: Customer,
  { text }: RequestQuery,
  filter: TicketFilter,
): Promise<string | undefined> => {
  const corrected = text === "" ? undefined : await correctedText(db, actor, text);
  if (corrected === undefined) return undefined;
  const [count = 0] = await countTickets(db, actor, [{ ...filter, text: corrected }]);
  return count > 0 ? corrected : undefined;
};

/** The products that occur in the list, in the order in which they are offered. */
const productsIn = async (db: Reader, ids: readonly number[]): Promise<RequestListView["products"]> =>
  [...(await productsByIds(db, ids)).values()].map(({ id, name }) => ({ id, name }));

const todayOf = ({ timeZone }: Customer): string =>
  Temporal.Instant.fromEpochMilliseconds(now().getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

const topicsOf = ({ personId, organisationIds }: Customer, scope: Scope): string[] =>
  scope === "organisation"
    ? organisationIds.map((organisationId) => `organisation-requests:${organisationId}`)
    : [`requests:${personId}`];
