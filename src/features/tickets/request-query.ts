import { filterOf, type Relation, type Sort, type TicketFilter } from "./filter.ts";
import { statuses, unfinished, type Status } from "./rules/ticket.ts";

/** How customers look through requests: all of it stands in the address, so that every list can be shared. */

export const scopes = ["mine", "cc", "organisation"] as const;
export type Scope = (typeof scopes)[number];

/** Submitted at most so many days ago. */
export const periods = [7, 30, 365] as const;
export type Period = (typeof periods)[number];

/** What customers choose from: what is not over yet, everything, or one status by the name they know. */
export const statusChoices = [
  "unfinished",
  "all",
  "waiting",
  "open",
  "on_hold",
  "resolved",
  "closed",
  "cancelled",
] as const;
export type StatusChoice = (typeof statusChoices)[number];

const sorts = ["-activity", "activity", "-number", "number"] as const;
type SortWord = (typeof sorts)[number];
export type SortKey = "activity" | "number";

export interface RequestQuery {
  scope: Scope;
  text: string;
  status: StatusChoice;
  /** The type's key, or empty. */
  type: string;
  period: Period | undefined;
  /** A product's id. */
  product: number | undefined;
  sort: SortWord;
  /** Where a further page begins, as `listTickets` gave it. */
  cursor: string;
}

/** Reads an address. What makes no sense is left out, so that an old or cut-off link still shows a list. */
export const readQuery = (parameters: URLSearchParams): RequestQuery => {
  const text = (name: string): string => (parameters.get(name) ?? "").trim().slice(0, 200);
  return {
    scope: scopes.find((each) => each === parameters.get("show")) ?? "mine",
    text: text("q"),
    status: statusChoices.find((each) => each === parameters.get("status")) ?? "unfinished",
    type: text("type"),
    period: periods.find((each) => String(each) === parameters.get("period")),
    product: /^[1-9]\d{0,14}$/.test(text("product")) ? Number(text("product")) : undefined,
    sort: sorts.find((each) => each === parameters.get("sort")) ?? "-activity",
    cursor: text("at"),
  };
};

const usual = readQuery(new URLSearchParams());

/** The query as it stands in an address; whatever is as usual is left out. */
export const parametersOf = (query: Partial<RequestQuery>): Record<string, string> => {
  const words: [string, keyof RequestQuery][] = [
    ["show", "scope"],
    ["q", "text"],
    ["status", "status"],
    ["type", "type"],
    ["period", "period"],
    ["product", "product"],
    ["sort", "sort"],
    ["at", "cursor"],
  ];
  return Object.fromEntries(
    words.flatMap(([word, key]) =>
      query[key] === undefined || query[key] === usual[key] ? [] : [[word, String(query[key])]],
    ),
  );
};

export const hrefOf = (query: Partial<RequestQuery>): string => {
  const parameters = new URLSearchParams(parametersOf(query)).toString();
  return parameters === "" ? "/requests" : `/requests?${parameters}`;
};

export type FilterName = "text" | "status" | "type" | "period" | "product";
const filterNames: readonly FilterName[] = ["text", "status", "type", "period", "product"];

/** Each filter in use, with the list without it. */
export const activeFilters = (query: RequestQuery): { name: FilterName; without: RequestQuery }[] =>
  filterNames
    .filter((name) => query[name] !== usual[name])
    .map((name) => ({ name, without: { ...query, [name]: usual[name], cursor: "" } }));

/** The list when the column's heading is followed: newest or largest first, then the other way round. */
export const sortedBy = (query: RequestQuery, key: SortKey): RequestQuery => ({
  ...query,
  sort: query.sort === `-${key}` ? key : `-${key}`,
  cursor: "",
});

export const sortNow = (query: RequestQuery, key: SortKey): "ascending" | "descending" | undefined => {
  if (query.sort === key) return "ascending";
  return query.sort === `-${key}` ? "descending" : undefined;
};

/** The same as a filter on tickets. `today` is YYYY-MM-DD in the reader's time zone. */
export const ticketFilterOf = (query: RequestQuery, today: string): TicketFilter =>
  filterOf({
    relation: relationOf(query.scope),
    statuses: statusesOf[query.status],
    types: query.type === "" ? [] : [query.type],
    productIds: query.product === undefined ? [] : [query.product],
    text: query.text,
    openedFrom: query.period && Temporal.PlainDate.from(today).subtract({ days: query.period }).toString(),
    sort: sortOf(query.sort),
  });

export const relationOf = (scope: Scope): Relation => relations[scope];
const relations: Record<Scope, Relation> = { mine: "own", cc: "cc", organisation: "organisation" };

// Whether somebody is assigned is mostly the desk's own affair: to customers these three are one.
const statusesOf: Record<StatusChoice, readonly Status[]> = {
  unfinished,
  all: statuses,
  waiting: ["waiting"],
  open: ["open", "assigned", "in_progress"],
  on_hold: ["on_hold"],
  resolved: ["resolved"],
  closed: ["closed"],
  cancelled: ["cancelled"],
};

const sortOf = (word: SortWord): Sort => ({
  key: word.endsWith("number") ? "number" : "last_activity",
  isDescending: word.startsWith("-"),
});
