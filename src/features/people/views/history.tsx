import type { StoredEvent } from "../../../platform/events.ts";
import { Panel, Time, useUi } from "../../../ui/index.ts";
import type { CarePackage } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { de } from "../words.events.de.ts";
import { en } from "../words.events.en.ts";

type AdminWords = ReturnType<typeof useAdminWords>;

const eventWords: Record<"de" | "en", Readonly<Record<string, string>>> = { de, en };

interface HistoryProps {
  /** Newest first. */
  events: readonly StoredEvent[];
  /** Names of people whom events speak of, by id. */
  names: ReadonlyMap<number, string>;
  /** All there are, where events speak of them. */
  packages?: readonly CarePackage[];
}

const Line = ({ event, names, packages = [] }: Omit<HistoryProps, "events"> & { event: StoredEvent }) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const packageName = (id: unknown): string => packages.find((each) => each.id === id)?.names[locale] ?? w.noPackage;
  const about = detailOf(event, { names, packageName }, w);
  return (
    <li>
      <Time at={event.at} look="datetime" /> · {eventWords[locale][event.name] ?? event.name}
      {about && `: ${about}`} · <span class="muted">{event.actor.name || w.somebody}</span>
    </li>
  );
};

/** What an event says beyond its name: the fields that changed, the roles, the member. */
const detailOf = (
  { name: event, payload }: StoredEvent,
  { names, packageName }: Pick<HistoryProps, "names"> & { packageName(id: unknown): string },
  w: AdminWords,
): string => {
  if (event === "organisation.package_changed")
    return `${packageName(payload["fromId"])} → ${packageName(payload["toId"])}`;
  const { changed, from, to, personId, name } = payload;
  if (Array.isArray(changed))
    return changed
      .filter((field) => typeof field === "string")
      .map((field) => w.changedFields[field] ?? field)
      .join(", ");
  if (isRole(from, w) && isRole(to, w)) return `${w.roles[from]} → ${w.roles[to]}`;
  if (typeof personId === "number") return names.get(personId) ?? "";
  return typeof name === "string" ? name : "";
};

const isRole = (value: unknown, w: AdminWords): value is keyof typeof w.roles =>
  typeof value === "string" && Object.hasOwn(w.roles, value);

/** Who changed what, and when. */
export const History = ({ events, ...around }: HistoryProps) => {
  const w = useAdminWords();
  return (
    <div>
      <Panel title={w.history} folds="closed" id="history">
        {events.length === 0 ? (
          <p class="muted">{w.noHistory}</p>
        ) : (
          <ul class="stack small">
            {events.map((event) => (
              <Line key={event.id} event={event} {...around} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
};
