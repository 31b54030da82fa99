import type { StoredEvent } from "../../../platform/events.ts";
import { History, useUi } from "../../../ui/index.ts";
import { useAdminWords, type AdminWords } from "../words.admin.ts";
import { de } from "../words.events.de.ts";
import { en } from "../words.events.en.ts";

const eventWords: Record<"de" | "en", Readonly<Record<string, string>>> = { de, en };

export const ProductHistory = ({ events }: { events: readonly StoredEvent[] }) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const lines = events.map((event) => ({
    id: event.id,
    at: event.at,
    by: event.actor.name || w.somebody,
    words: [eventWords[locale][event.name] ?? event.name, detailOf(event, w)].filter(Boolean).join(": "),
  }));
  return <History title={w.history} lines={lines} empty={w.noHistory} />;
};

/** Which version or module it was, and what of it is different. */
const detailOf = ({ payload: { name, names, changed, to } }: StoredEvent, w: AdminWords): string => {
  const meant = textsOf(names).join(", ") || (typeof name === "string" ? name : "");
  const fields = textsOf(changed)
    .map((field) => w.changedFields[field] ?? "")
    .join(", ");
  const direction = typeof to === "string" ? (w.directions[to] ?? "") : "";
  const more = fields || direction;
  return more ? `${meant} (${more})` : meant;
};

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
