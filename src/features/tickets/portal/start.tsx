import { isAgent, type Customer } from "../../../platform/actor.ts";
import { anyone } from "../../../platform/http/access.ts";
import { get, page, type Ask, type Page } from "../../../platform/http/route.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { filterOf } from "../filter.ts";
import { unfinished } from "../rules/ticket.ts";
import { listTickets } from "../store/lists.ts";
import { AgentHero, AgentStart, OwnStart, StartHero, VisitorStart } from "../views/portal/start-page.tsx";
import { portalWords } from "../words-portal.ts";
import { rowsOf } from "./rows.ts";

const shown = 8;

export const startRoute = get("/", anyone, async (ask): Promise<Page> => {
  const { context, actor } = ask;
  const { title } = portalWords[actor.locale].start;
  const desk = await getDesk(context.db);
  if (isAgent(actor)) return page(title, <AgentStart />, { hero: <AgentHero deskName={desk.name} /> });
  const hero = <StartHero deskName={desk.name} canSearch={actor.kind === "customer"} />;
  if (actor.kind !== "customer") return page(title, <VisitorStart mailAddress={desk.mailAddress} />, { hero });
  return page(title, <OwnStart {...await ownRequests(ask, actor)} />, {
    hero,
    topics: [`requests:${actor.personId}`],
  });
});

/** All that wait for the customer, and the newest of the others. */
const ownRequests = async ({ context: { db } }: Ask, actor: Customer) => {
  const own = (statuses: Parameters<typeof filterOf>[0]) => filterOf({ relation: "own", ...statuses });
  const waiting = await listTickets(db, actor, { filter: own({ statuses: ["waiting"] }) });
  const others = await listTickets(db, actor, {
    filter: own({ statuses: unfinished.filter((status) => status !== "waiting") }),
    size: shown,
  });
  return {
    rows: await rowsOf(db, actor, [...waiting.tickets, ...others.tickets]),
    more: others.next !== undefined,
  };
};
