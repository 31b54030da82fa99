import type { Json, StoredEvent } from "../../platform/events.ts";
import type { SettingArea } from "../../platform/feature.ts";
import { formatNumber, type Locale } from "../../platform/i18n/index.ts";
import { auditWords } from "./words.ts";

/** What the log says of one event. */
export interface AuditLine {
  /** Of what: the type, the question, the team; empty when the event does not say. */
  name: string;
  /** The settings that changed, each with what it was and is; without that where the event says only that it changed. */
  changes: readonly { setting: string; change?: string }[];
}

export const lineOf = ({ payload }: StoredEvent, area: SettingArea | undefined, locale: Locale): AuditLine => {
  const called = (setting: string): string => area?.settings?.[locale][setting] ?? setting;
  const { name, of, changes, changed } = payload;
  return {
    name: [name, of].flatMap((each) => (each === undefined ? [] : [said(each, locale)])).join(" · "),
    changes: isRecord(changes)
      ? Object.entries(changes).flatMap(([setting, each]) =>
          isRecord(each) ? [{ setting: called(setting), change: changeOf(each["from"], each["to"], locale) }] : [],
        )
      : Array.isArray(changed)
        ? changed.flatMap((setting) => (typeof setting === "string" ? [{ setting: called(setting) }] : []))
        : [],
  };
};

/** What the thing itself is called that the event is about, also where the event is about a part of it. */
export const subjectName = ({ payload: { name, of } }: StoredEvent, locale: Locale): string => {
  const own = of ?? name;
  return own === undefined ? "" : said(own, locale);
};

/** Before and after; of lists only what came and what went. */
const changeOf = (from: Json | undefined, to: Json | undefined, locale: Locale): string => {
  if (Array.isArray(from) && Array.isArray(to)) {
    const [before, after] = [from, to].map((list) => list.map((each) => said(each, locale)));
    const moves = [
      ...(after ?? []).filter((each) => !before?.includes(each)).map((each) => `+ ${each}`),
      ...(before ?? []).filter((each) => !after?.includes(each)).map((each) => `− ${each}`),
    ];
    if (moves.length > 0) return moves.join(", ");
  }
  return auditWords[locale].changedTo({ from: said(from, locale), to: said(to, locale) });
};

/** A value as people read it. Words that were kept in both languages are said in the reader's. */
const said = (value: Json | undefined, locale: Locale): string => {
  const w = auditWords[locale];
  if (value === undefined || value === null || value === "") return w.nothing;
  if (typeof value === "boolean") return value ? w.yes : w.no;
  if (typeof value === "number") return formatNumber(value, locale);
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.length === 0 ? w.nothing : value.map((each) => said(each, locale)).join(", ");
  const own = value[locale];
  if (own !== undefined) return said(own, locale);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${said(each, locale)}`)
    .join(", ");
};

const isRecord = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
