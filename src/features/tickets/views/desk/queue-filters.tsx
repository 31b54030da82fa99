import { FilterBar, Select, useUi, type ActiveFilter, type Choice } from "../../../../ui/index.ts";
import { filterOf, formatFilter, formatSort, usualSort, type TicketFilter } from "../../filter.ts";
import { queueHref, without } from "../../queue-address.ts";
import { channels, priorities, statuses } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { productNamesOf } from "../product-names.ts";
import type { QueueView } from "./queue-view.ts";

/** Each filter as a select; what selects cannot show stands below, removable. */
export const QueueFilters = ({ queue }: { queue: QueueView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].filters;
  const { place, views } = queue;
  const active = useActive(queue);
  const sort = formatSort(place.filter.sort);
  return (
    <FilterBar
      id="filters"
      action="/desk"
      active={active}
      clearHref={
        formatFilter({ ...place.filter, sort: usualSort }) === ""
          ? undefined
          : queueHref({ ...place, filter: filterOf({ sort: place.filter.sort }), cursor: undefined }, views)
      }
      keep={{
        ...(place.viewId !== undefined && { view: String(place.viewId) }),
        ...(place.filter.text !== "" && { q: place.filter.text }),
        ...(sort !== formatSort(usualSort) && { sort }),
        ...(place.layout === "board" && { layout: "board" }),
        ...together(new URLSearchParams(formatFilter(onlyUnshown(place.filter)))),
      }}
    >
      {useSelects(queue).map(({ name, options, value }) => (
        <Select
          key={name}
          name={name}
          label={w[name]}
          hideLabel
          mark={false}
          submits
          options={options}
          value={value}
          width="sm"
        />
      ))}
    </FilterBar>
  );
};

/** Several values of one filter in one field, as an address may have them, too. */
const together = (query: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(",")]));

/** What no select shows, to be kept when one of them changes. */
const onlyUnshown = (filter: TicketFilter): TicketFilter => ({
  ...filter,
  statuses: [],
  assignees: [],
  priorities: [],
  types: [],
  teamIds: [],
  channels: [],
  productIds: [],
  text: "",
  sort: usualSort,
});

interface FilterSelect {
  name: "status" | "assignee" | "priority" | "type" | "team" | "channel" | "product";
  options: readonly Choice[];
  value: string;
}

const useSelects = ({ place: { filter }, around }: QueueView): FilterSelect[] => {
  const { locale } = useUi();
  const w = deskWords[locale].filters;
  const said = words[locale];
  const chosen = new URLSearchParams(formatFilter(filter));
  const selects: { name: FilterSelect["name"]; any: string; options: Choice[] }[] = [
    {
      name: "status",
      any: w.anyStatus,
      options: [
        { value: "unfinished", label: w.unfinished },
        ...statuses
          .filter((status) => status !== "draft")
          .map((status) => ({ value: status, label: said.statuses[status] })),
      ],
    },
    {
      name: "assignee",
      any: w.anyAssignee,
      options: [
        { value: "me", label: w.me },
        { value: "none", label: w.nobody },
        ...around.agents.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    },
    {
      name: "priority",
      any: w.anyPriority,
      options: priorities.toReversed().map((priority) => ({ value: priority, label: said.priorities[priority] })),
    },
    {
      name: "type",
      any: w.anyType,
      options: around.types.map(({ key, names }) => ({ value: key, label: names[locale] })),
    },
    {
      name: "team",
      any: w.anyTeam,
      // Of a retired team tickets may be left, which somebody has to find and move.
      options: around.teams.map(({ id, name, isRetired }) => ({
        value: String(id),
        label: isRetired ? w.teamRetired({ name }) : name,
      })),
    },
    {
      name: "channel",
      any: w.anyChannel,
      options: channels.map((channel) => ({ value: channel, label: said.channels[channel] })),
    },
    {
      name: "product",
      any: w.anyProduct,
      options: around.products.map(({ id, name }) => ({ value: String(id), label: name })),
    },
  ];
  return selects
    .filter(({ options }) => options.length > 0)
    .map(({ name, any, options }) =>
      withChosen(name, chosen.getAll(name), [{ value: name === "status" ? "all" : "", label: any }, ...options]),
    );
};

/** A select shows one value; several, which an address can name, become one entry of their own. */
const withChosen = (name: FilterSelect["name"], values: readonly string[], options: Choice[]): FilterSelect => {
  const [only = options[0]?.value ?? "", ...more] = values;
  if (more.length === 0) return { name, options, value: only };
  const label = values.map((value) => options.find((option) => option.value === value)?.label ?? value).join(", ");
  return { name, options: [...options, { value: values.join(","), label }], value: values.join(",") };
};

const useActive = ({ place, views, named, around }: QueueView): ActiveFilter[] => {
  const names = productNamesOf(around.products);
  const { locale } = useUi();
  const w = deskWords[locale].filters;
  const { filter } = place;
  const namesAmong = (all: QueueView["around"]["developmentStatuses"], ids: readonly number[]): string[] =>
    ids.map((id) => w.development({ name: all.find((each) => each.id === id)?.names[locale] ?? String(id) }));
  const shown: readonly [keyof TicketFilter, string | undefined][] = [
    ["text", filter.text && w.text({ text: filter.text })],
    ["requesterIds", named.requesters.map(({ name }) => w.requester({ name })).join(", ")],
    ["organisationIds", named.organisations.map((name) => w.organisation({ name })).join(", ")],
    ["tags", filter.tags.map((tag) => w.tag({ tag })).join(", ")],
    ["versionIds", filter.versionIds.map((id) => w.version({ name: names("versionId", id) ?? String(id) })).join(", ")],
    ["moduleIds", filter.moduleIds.map((id) => w.module({ name: names("moduleId", id) ?? String(id) })).join(", ")],
    ["developmentStatusIds", namesAmong(around.developmentStatuses, filter.developmentStatusIds).join(", ")],
    ["stages", filter.stages.map((key) => w.stage({ name: stageName(around.types, key, locale) })).join(", ")],
    [
      "answered",
      filter.answered.map((key) => w.answered({ name: questionName(around.types, key, locale) })).join(", "),
    ],
    ["promiseIds", named.promises.map((name) => w.promise({ name })).join(", ")],
    ["addressIds", named.addresses.map((name) => w.address({ name })).join(", ")],
    ["openedFrom", filter.openedFrom && w.openedFrom({ day: filter.openedFrom })],
    ["openedUntil", filter.openedUntil && w.openedUntil({ day: filter.openedUntil })],
  ];
  return shown.flatMap(([name, label]) =>
    label
      ? [{ label, removeHref: queueHref({ ...place, filter: without(filter, name), cursor: undefined }, views) }]
      : [],
  );
};

/** What a stage is called; types may have the same one. */
const stageName = (types: QueueView["around"]["types"], key: string, locale: "en" | "de"): string =>
  types.flatMap(({ stages }) => stages).find((stage) => stage.key === key)?.names[locale] ?? key;

/** What a question is called; types may ask the same one. */
const questionName = (types: QueueView["around"]["types"], key: string, locale: "en" | "de"): string =>
  types.flatMap(({ fields }) => fields).find((field) => field.key === key)?.names[locale] ?? key;
