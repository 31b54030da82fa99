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

export const lineOf = (
  { subject, payload }: StoredEvent,
  area: SettingArea | undefined,
  { locale, names = new Map() }: Reading,
): AuditLine => {
  const say: Say = (value) => said(value, { locale, names });
  const called = (setting: string): string => area?.settings?.[locale][setting] ?? setting;
  const { name = named(subject, names), of, personId, changes, changed } = payload;
  const person = typeof personId === "number" ? named({ kind: "person", id: personId }, names) : undefined;
  return {
    name: [name, of, person].flatMap((each) => (each === undefined ? [] : [say(each)])).join(" · "),
    changes: isRecord(changes)
      ? inOrder(changes, area?.settings?.[locale] ?? {}).flatMap(([setting, each]) =>
          isRecord(each) ? [{ setting: called(setting), ...changeOf(each["from"], each["to"], { locale, say }) }] : [],
        )
      : Array.isArray(changed)
        ? changed.flatMap((setting) => (typeof setting === "string" ? [{ setting: called(setting) }] : []))
        : [],
  };
};

/** What the thing itself is called that the event is about, also where the event is about a part of it. */
export const subjectName = ({ subject, payload: { name, of } }: StoredEvent, reading: Reading): string => {
  const own = of ?? name ?? named(subject, reading.names ?? new Map());
  return own === undefined ? "" : said(own, { names: new Map(), ...reading });
};

/** What things are called now, by kind and id. */
export type KnownNames = ReadonlyMap<string, ReadonlyMap<number, Json>>;

interface Reading {
  locale: Locale;
  names?: KnownNames;
}

type Say = (value: Json | undefined) => string;

const named = ({ kind, id }: { kind: string; id: number }, names: KnownNames): Json | undefined =>
  names.get(kind)?.get(id);

/** What the events speak of by its id alone, by kind: names that were not written down are looked up. */
export const unnamedIn = (events: readonly StoredEvent[]): ReadonlyMap<string, readonly number[]> => {
  const found = events.flatMap(({ subject, payload: { name, personId, changes } }) => [
    ...(name === undefined ? [subject] : []),
    ...(typeof personId === "number" ? [{ kind: "person", id: personId }] : []),
    ...referencesIn(changes),
  ]);
  const ids = Map.groupBy(found, ({ kind }) => kind);
  return new Map([...ids].map(([kind, all]) => [kind, [...new Set(all.map(({ id }) => id))]]));
};

const referencesIn = (value: Json | undefined): { kind: string; id: number }[] => {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isRecord(value)) return [];
  const reference = referenceOf(value);
  return reference ? [reference] : Object.values(value).flatMap(referencesIn);
};

const referenceOf = ({ kind, id }: Record<string, Json>): { kind: string; id: number } | undefined =>
  typeof kind === "string" && typeof id === "number" ? { kind, id } : undefined;

/** As the area lists its settings; the database keeps them in an order of its own. */
const inOrder = (changes: Record<string, Json>, settings: Readonly<Record<string, string>>): [string, Json][] => {
  const known = Object.keys(settings);
  const place = ([setting]: [string, Json]): number =>
    known.includes(setting) ? known.indexOf(setting) : known.length;
  return Object.entries(changes).toSorted((one, other) => place(one) - place(other));
};

/** Before and after; of lists only what came and what went. */
const changeOf = (
  from: Json | undefined,
  to: Json | undefined,
  { locale, say }: { locale: Locale; say: Say },
): { change?: string } => {
  if (isRecord(to) && to["hidden"] === true) return {};
  // It is new, so nothing was before.
  if (from === undefined) return { change: shortened(say(to)) };
  if (Array.isArray(from) && Array.isArray(to)) {
    const [before, after] = [from, to].map((list) => list.map(say));
    const moves = [
      ...(after ?? []).filter((each) => !before?.includes(each)).map((each) => `+ ${each}`),
      ...(before ?? []).filter((each) => !after?.includes(each)).map((each) => `− ${each}`),
    ];
    if (moves.length > 0) return { change: moves.join(", ") };
  }
  return { change: auditWords[locale].changedTo({ from: shortened(say(from)), to: shortened(say(to)) }) };
};

/** Long texts only by their beginning: all of them stands in the event. */
const shortened = (text: string): string => (text.length > 160 ? `${text.slice(0, 150).trimEnd()} …` : text);

/** A value as people read it. Words that were kept in both languages are said in the reader's. */
const said = (value: Json | undefined, reading: Required<Reading>): string => {
  const { locale, names } = reading;
  const w = auditWords[locale];
  if (value === undefined || value === null || value === "") return w.nothing;
  if (typeof value === "boolean") return value ? w.yes : w.no;
  if (typeof value === "number") return formatNumber(value, locale);
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.length === 0 ? w.nothing : value.map((each) => said(each, reading)).join(", ");
  const reference = referenceOf(value);
  if (reference) return said(named(reference, names) ?? `#${reference.id}`, reading);
  const own = value[locale];
  if (own !== undefined) return said(own, reading);
  return Object.entries(value)
    .map(([key, each]) => `${key}: ${said(each, reading)}`)
    .join(", ");
};

const isRecord = (value: Json | undefined): value is Record<string, Json> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
