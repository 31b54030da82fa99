import { randomUUID } from "node:crypto";
import { hasRole, personIdOf, type Agent } from "../../../platform/actor.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { agents } from "../../../platform/http/access.ts";
import { get, page, redirect, type Ask, type Page } from "../../../platform/http/route.ts";
import { searchNamed } from "../../people/index.ts";
import { isOfView, queueHref, readPlace, type QueuePlace } from "../queue-address.ts";
import { statuses, unfinished, type Status } from "../rules/ticket.ts";
import { correctedText } from "../store/likeness.ts";
import { countTickets, listTickets } from "../store/lists.ts";
import { listViews, type TicketView } from "../store/views.ts";
import { QueuePage } from "../views/desk/queue-page.tsx";
import type { BulkReport, Lane, QueueView, SavedView } from "../views/desk/queue-view.ts";
import { deskWords } from "../words-desk.ts";
import { aroundOf } from "./around.ts";
import { columnsOf, displayOf } from "./display.ts";
import { agentOf } from "./guard.ts";
import { namedIn } from "./named-in.ts";
import { rowsOf } from "./rows.ts";

const rowsOnPage = 50;
const cardsInLane = 30;

/** What a form that was sent from the queue has to say about itself. */
export interface QueueMoment {
  query?: URLSearchParams;
  report?: BulkReport;
  refusedView?: FormState;
}

export const queueRoute = get("/desk", agents, async (ask) =>
  // A filter form sends what was left empty, too; the address that people share is short.
  [...ask.query.values()].includes("") ? redirect(await shortHref(ask)) : queuePage(ask),
);

const shortHref = async ({ context: { db }, actor, query }: Ask): Promise<string> => {
  const views = await listViews(db, personIdOf(actor) ?? 0);
  return queueHref(readPlace(query, views), views);
};

/** The list as it stands now, for the address, or for the query that a form brought along. */
export const queuePage = async (ask: Ask, { query = ask.query, ...moment }: QueueMoment = {}): Promise<Page> => {
  const actor = agentOf(ask);
  const queue = await queueView(ask, actor, { query, ...moment });
  return page(queue.title, <QueuePage queue={queue} />, {
    width: "flush",
    topics: ["queue"],
    section: queue.view ? `/desk?view=${queue.view.id}` : "",
  });
};

const queueView = async (
  ask: Ask,
  actor: Agent,
  { query, report, refusedView }: QueueMoment & { query: URLSearchParams },
): Promise<QueueView> => {
  const { db } = ask.context;
  const views = (await listViews(db, actor.personId)).map(savedView);
  const place = readPlace(query, views);
  const view = views.find(({ id }) => id === place.viewId);
  const isBoard = place.layout === "board";
  const [listed, laned, [total = 0], named] = await Promise.all([
    isBoard
      ? { tickets: [], next: undefined, previous: undefined }
      : listTickets(db, actor, { filter: place.filter, cursor: place.cursor, size: rowsOnPage }),
    isBoard ? lanesOf(ask, actor, place) : [],
    countTickets(db, actor, [place.filter]),
    namedIn(ask, place.filter),
  ]);
  const around = await aroundOf(db, [...listed.tickets, ...laned.flatMap(({ tickets }) => tickets)]);
  const display = displayOf(ask);
  return {
    place,
    title: titleOf(place, view, actor),
    view,
    views,
    rows: await rowsOf(db, actor, { tickets: listed.tickets, around }),
    lanes: await Promise.all(
      laned.map(async ({ status, total: many, tickets }): Promise<Lane> => ({
        status,
        total: many,
        rows: await rowsOf(db, actor, { tickets, around }),
      })),
    ),
    total,
    ...(await helpWith(ask, actor, { place, total })),
    previous: listed.previous,
    next: listed.next,
    columns: columnsOf(display, view),
    density: display.density,
    around,
    named,
    viewer: { id: actor.personId, isModerator: hasRole(actor, "moderator") },
    report,
    refusedView,
    once: randomUUID(),
  };
};

/** So few finds, and the searcher may have meant something else. */
const few = 5;
const mostNamed = 6;

/** Beside the tickets themselves: whom a search may mean, and which word was perhaps mistyped. */
const helpWith = async (
  { context: { db } }: Ask,
  actor: Agent,
  { place, total }: { place: QueuePlace; total: number },
): Promise<Pick<QueueView, "suggestion" | "mentioned">> => {
  const { text } = place.filter;
  if (text === "") return { suggestion: undefined, mentioned: undefined };
  const [mentioned, corrected] = await Promise.all([
    searchNamed(db, text, mostNamed),
    total < few ? correctedText(db, actor, text) : undefined,
  ]);
  if (corrected === undefined) return { suggestion: undefined, mentioned };
  const [count = 0] = await countTickets(db, actor, [{ ...place.filter, text: corrected }]);
  return { mentioned, suggestion: count > total ? { text: corrected, count } : undefined };
};

export const savedView = ({ ownerId, ...view }: TicketView): SavedView => ({ ...view, isShared: ownerId === null });

const titleOf = (place: QueuePlace, view: SavedView | undefined, { locale }: Agent): string => {
  const w = deskWords[locale].queue;
  const { text } = place.filter;
  if (view) return isOfView(place, view) ? view.names[locale] : w.changed({ name: view.names[locale] });
  return text === "" ? w.filtered : w.search({ text });
};

/** A lane for each status that is asked for, else for each in which something is left to do. */
const laneStatuses = ({ filter }: QueuePlace): readonly Status[] =>
  filter.statuses.length > 0 ? statuses.filter((status) => filter.statuses.includes(status)) : unfinished;

const lanesOf = async ({ context: { db } }: Ask, actor: Agent, place: QueuePlace) => {
  const wanted = laneStatuses(place);
  const filterOf = (status: Status) => ({ ...place.filter, statuses: [status] });
  const [totals, ...pages] = await Promise.all([
    countTickets(db, actor, wanted.map(filterOf)),
    ...wanted.map((status) => listTickets(db, actor, { filter: filterOf(status), size: cardsInLane })),
  ]);
  return wanted.map((status, index) => ({
    status,
    total: totals[index] ?? 0,
    tickets: pages[index]?.tickets ?? [],
  }));
};
