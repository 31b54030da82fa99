import type { Json, StoredEvent } from "../../platform/events.ts";
import type { SettingArea } from "../../platform/feature.ts";
import { formatNumber, type Locale } from "../../platform/i18n/index.ts";
import { auditWords } from "./words.ts";

/** What the log says of one event. */
export interface AuditLine {
  /** Of what: the type, the question, the team; empty when the event does not say. */
  name: string;
  /** The settings that changed. What was before and is now is missing where the event says only that it did. */
  changes: readonly { setting: string; from?: string; to?: string }[];
}

export const lineOf = ({ payload }: StoredEvent, area: SettingArea | undefined, locale: Locale): AuditLine => {
  const called = (setting: string): string => area?.settings?.[locale][setting] ?? setting;
  const { name, of, changes, changed } = payload;
  return {
    name: [name, of].flatMap((each) => (each === undefined ? [] : [said(each, locale)])).join(" · "),
    changes: isRecord(changes)
      ? Object.entries(changes).flatMap(([setting, change]) =>
          isRecord(change)
            ? [{ setting: called(setting), from: said(change["from"], locale), to: said(change["to"], locale) }]
            : [],
        )
      : Array.isArray(changed)
        ? changed.flatMap((setting) => (typeof setting === "string" ? [{ setting: called(setting) }] : []))
        : [],
  };
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
