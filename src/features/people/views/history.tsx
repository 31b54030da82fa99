import type { StoredEvent } from "../../../platform/events.ts";
import { Panel, Time, useUi } from "../../../ui/index.ts";
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
}

const Line = ({ event, names }: { event: StoredEvent; names: HistoryProps["names"] }) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const about = detailOf(event, names, w);
  return (
    <li>
      <Time at={event.at} look="datetime" /> · {eventWords[locale][event.name] ?? event.name}
      {about && `: ${about}`} · <span class="muted">{event.actor.name || w.somebody}</span>
    </li>
  );
};

/** What an event says beyond its name: the fields that changed, the roles, the member. */
const detailOf = ({ payload }: StoredEvent, names: HistoryProps["names"], w: AdminWords): string => {
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
export const History = ({ events, names }: HistoryProps) => {
  const w = useAdminWords();
  return (
    <div>
      <Panel title={w.history} folds="closed" id="history">
        {events.length === 0 ? (
          <p class="muted">{w.noHistory}</p>
        ) : (
          <ul class="stack small">
            {events.map((event) => (
              <Line key={event.id} event={event} names={names} />
            ))}
          </ul>
        )}
      </Panel>
    </div>
  );
};
