import {
  channels,
  priorities,
  statuses,
  unfinished,
  type Channel,
  type Priority,
  type Status,
} from "./rules/ticket.ts";

/**
 * Which tickets a list shows. Every filter can stand in an address (`status=open&assignee=me`), so it can be shared
 * and kept as a view; what an address has that nobody knows is left out, so that an old link still works.
 * Empty lists do not narrow.
 */
export interface TicketFilter {
  statuses: readonly Status[];
  /** Keys of types. */
  types: readonly string[];
  teamIds: readonly number[];
  assignees: readonly ("me" | "none" | number)[];
  requesterIds: readonly number[];
  organisationIds: readonly number[];
  priorities: readonly Priority[];
  tags: readonly string[];
  channels: readonly Channel[];
  productIds: readonly number[];
  versionIds: readonly number[];
  moduleIds: readonly number[];
  developmentStatusIds: readonly number[];
  /** Keys of stages of the types' procedures. */
  stages: readonly string[];
  /** Keys of questions that were answered. */
  answered: readonly string[];
  /** Service levels by which a deadline runs. */
  promiseIds: readonly number[];
  /** The desk's own addresses by which it came. */
  addressIds: readonly number[];
  /** How the reader is concerned: it is his own, he is in CC, or it is of one of his organisations. */
  relation: Relation | undefined;
  /** Days as YYYY-MM-DD in the reader's time zone, both included. */
  openedFrom: string | undefined;
  openedUntil: string | undefined;
  /** Words in subject and messages, or a number. */
  text: string;
  sort: Sort;
}

export const relations = ["own", "cc", "organisation"] as const;
export type Relation = (typeof relations)[number];

export const sortKeys = [
  "number",
  "opened",
  "last_activity",
  "status_since",
  "closed",
  "priority",
  "status",
  "due",
] as const;
export type SortKey = (typeof sortKeys)[number];
export interface Sort {
  key: SortKey;
  isDescending: boolean;
}

/** In an address `unfinished` stands for all statuses in which somebody still has to do something. */
export const unfinishedWord = "unfinished";

export const parseFilter = (query: URLSearchParams): TicketFilter => {
  const all = (name: string): string[] =>
    query
      .getAll(name)
      .flatMap((value) => value.split(","))
      .filter((value) => value !== "");
  const ids = (name: string): number[] => all(name).map(Number).filter(isId);
  return {
    statuses: all("status").flatMap((value) => (value === unfinishedWord ? unfinished : statuses.filter(is(value)))),
    types: all("type"),
    teamIds: ids("team"),
    assignees: all("assignee").flatMap((value): TicketFilter["assignees"] =>
      value === "me" || value === "none" ? [value] : [Number(value)].filter(isId),
    ),
    requesterIds: ids("requester"),
    organisationIds: ids("organisation"),
    priorities: all("priority").flatMap((value) => priorities.filter(is(value))),
    tags: all("tag").map((tag) => tag.toLowerCase()),
    channels: all("channel").flatMap((value) => channels.filter(is(value))),
    productIds: ids("product"),
    versionIds: ids("version"),
    moduleIds: ids("module"),
    developmentStatusIds: ids("development"),
    stages: all("stage"),
    answered: all("answered"),
    promiseIds: ids("promise"),
    addressIds: ids("address"),
    relation: relations.find(is(query.get("relation"))),
    openedFrom: dayOf(query.get("from")),
    openedUntil: dayOf(query.get("until")),
    text: query.get("q")?.trim() ?? "",
    sort: parseSort(query.get("sort")),
  };
};

const is =
  (value: string | null) =>
  (candidate: string): boolean =>
    candidate === value;

const isId = (value: number): boolean => Number.isSafeInteger(value) && value > 0;

const dayOf = (text: string | null): string | undefined => {
  if (text === null || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  return Number.isNaN(Date.parse(text)) ? undefined : text;
};

export const usualSort: Sort = { key: "last_activity", isDescending: true };

/** `-opened` is newest first, `opened` oldest first. */
export const parseSort = (text: string | null): Sort => {
  const key = sortKeys.find(is(text?.replace(/^-/, "") ?? ""));
  return key ? { key, isDescending: text?.startsWith("-") ?? false } : usualSort;
};

export const formatSort = ({ key, isDescending }: Sort): string => `${isDescending ? "-" : ""}${key}`;

/** The filter as it stands in an address, always in the same order; what does not narrow is left out. */
export const formatFilter = (filter: TicketFilter): string => {
  const isUnfinished =
    filter.statuses.length === unfinished.length && unfinished.every((status) => filter.statuses.includes(status));
  const parts: [string, readonly (string | number)[]][] = [
    ["status", isUnfinished ? [unfinishedWord] : filter.statuses],
    ["type", filter.types],
    ["team", filter.teamIds],
    ["assignee", filter.assignees],
    ["requester", filter.requesterIds],
    ["organisation", filter.organisationIds],
    ["priority", filter.priorities],
    ["tag", filter.tags],
    ["channel", filter.channels],
    ["product", filter.productIds],
    ["version", filter.versionIds],
    ["module", filter.moduleIds],
    ["development", filter.developmentStatusIds],
    ["stage", filter.stages],
    ["answered", filter.answered],
    ["promise", filter.promiseIds],
    ["address", filter.addressIds],
    ["relation", filter.relation ? [filter.relation] : []],
    ["from", filter.openedFrom ? [filter.openedFrom] : []],
    ["until", filter.openedUntil ? [filter.openedUntil] : []],
    ["q", filter.text === "" ? [] : [filter.text]],
    ["sort", formatSort(filter.sort) === formatSort(usualSort) ? [] : [formatSort(filter.sort)]],
  ];
  return new URLSearchParams(
    parts.flatMap(([name, values]) => values.map((value) => [name, String(value)])),
  ).toString();
};

/** The filter that shows everything, with what is given narrowed. */
export const filterOf = (narrowed: Partial<TicketFilter> = {}): TicketFilter => ({
  ...parseFilter(new URLSearchParams()),
  ...narrowed,
});

/** Where the desk lists what is narrowed to this. */
export const listHref = (narrowed: Partial<TicketFilter>): string => `/desk?${formatFilter(filterOf(narrowed))}`;
