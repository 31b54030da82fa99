import { formatFilter, parseFilter, type SortKey, type TicketFilter } from "./filter.ts";

/** The columns that a list at the desk can have, in the order in which they stand. */
export const columnKeys = [
  "number",
  "subject",
  "requester",
  "type",
  "product",
  "module",
  "status",
  "priority",
  "due",
  "assignees",
  "team",
  "tags",
  "channel",
  "opened",
  "lastActivity",
] as const;
export type ColumnKey = (typeof columnKeys)[number];

/** Few enough that the subject can be read on a laptop; the others are chosen by whoever needs them. */
export const usualColumns: readonly ColumnKey[] = [
  "number",
  "subject",
  "requester",
  "status",
  "priority",
  "due",
  "assignees",
  "channel",
  "lastActivity",
];

/** Without these a row says nothing. */
export const fixedColumns: readonly ColumnKey[] = ["subject"];

export const layouts = ["table", "board"] as const;
export type Layout = (typeof layouts)[number];

/** What of a saved view the address may leave out. */
interface View {
  id: number;
  query: string;
  layout: Layout;
}

/** Which tickets a page of the queue shows, and how: all of it stands in the address. */
export interface QueuePlace {
  viewId: number | undefined;
  filter: TicketFilter;
  layout: Layout;
  cursor: string | undefined;
}

const filterNames = [
  "status",
  "type",
  "team",
  "assignee",
  "requester",
  "organisation",
  "priority",
  "tag",
  "channel",
  "product",
  "version",
  "module",
  "development",
  "stage",
  "answered",
  "promise",
  "address",
  "relation",
  "from",
  "until",
  "q",
  "sort",
] as const;

/** In an address: no filter at all, where leaving it out would mean the view's own. */
const everything = "all";

/**
 * Reads an address. A filter in it replaces the view's whole filter, so that what is shown never depends on something
 * that cannot be seen; without one the view's is meant, without a view the first one's.
 */
export const readPlace = (query: URLSearchParams, views: readonly View[]): QueuePlace => {
  const named = views.find(({ id }) => String(id) === query.get("view"));
  const hasOwn = filterNames.some((name) => query.has(name));
  const view = named ?? (hasOwn ? undefined : views[0]);
  return {
    viewId: view?.id,
    filter: parseFilter(hasOwn ? query : new URLSearchParams(view?.query ?? "")),
    layout: layouts.find((layout) => layout === query.get("layout")) ?? view?.layout ?? "table",
    cursor: query.get("cursor") ?? undefined,
  };
};

/** The query of the place's address, the shortest that leads back to it. */
export const queueQuery = (place: QueuePlace, views: readonly View[]): string => {
  const view = views.find(({ id }) => id === place.viewId);
  const own = formatFilter(place.filter);
  const parts = new URLSearchParams(isOfView(place, view) ? "" : own || `status=${everything}`);
  if (view) parts.set("view", String(view.id));
  if (place.layout !== (view?.layout ?? "table")) parts.set("layout", place.layout);
  if (place.cursor) parts.set("cursor", place.cursor);
  return parts.toString();
};

export const queueHref = (place: QueuePlace, views: readonly View[]): string => {
  const query = queueQuery(place, views);
  return query === "" ? "/desk" : `/desk?${query}`;
};

/** Whether the place shows exactly what the view says. */
export const isOfView = ({ filter }: Pick<QueuePlace, "filter">, view: Pick<View, "query"> | undefined): boolean =>
  view !== undefined && formatFilter(filter) === formatFilter(parseFilter(new URLSearchParams(view.query)));

/** The filter once the column's heading is followed: the larger or newer first, then the other way round. */
export const sortedBy = ({ filter }: Pick<QueuePlace, "filter">, key: SortKey): TicketFilter => ({
  ...filter,
  // Of deadlines the soonest matters.
  sort: { key, isDescending: filter.sort.key === key ? !filter.sort.isDescending : key !== "due" },
});

/** A filter from which one thing is taken away. */
export const without = (filter: TicketFilter, name: keyof TicketFilter): TicketFilter => ({
  ...filter,
  [name]: { ...parseFilter(new URLSearchParams()), sort: filter.sort }[name],
});
