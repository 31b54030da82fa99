import type { Reader } from "../../platform/db/db.ts";
import { listActors, searchEvents, type Json } from "../../platform/events.ts";
import type { SettingArea } from "../../platform/feature.ts";
import { administrators } from "../../platform/http/access.ts";
import { get, page, type Ask, type Route } from "../../platform/http/route.ts";
import type { House } from "../house.ts";
import { unnamedIn, type KnownNames } from "./lines.ts";
import { auditPath, readAuditQuery } from "./query.ts";
import { AuditPage } from "./view.tsx";
import { auditWords } from "./words.ts";

const pageSize = 50;

/** `/admin/audit`: what has been changed, from the events that every change of a setting writes anyway. */
export const auditRoute = (house: House): Route => {
  const areas = new Map(house.features.flatMap(({ audited }) => Object.entries(audited ?? {})));
  return get(auditPath, administrators, async ({ context: { db }, actor, query: parameters }) => {
    const w = auditWords[actor.locale];
    const query = readAuditQuery(parameters);
    const all = kindsOf(areas);
    const kinds = query.area === "" ? all : all.filter(({ kind }) => kind === query.area);
    const { events, total } = await searchEvents(
      db,
      { kinds, subjectId: query.about, actorId: query.person },
      { offset: query.from, limit: pageSize },
    );
    const view = {
      query,
      areas,
      people: await listActors(db, all),
      events,
      names: await namesOf(db, areas, unnamedIn(events)),
      total,
      pageSize,
      nameOf: ({ name }: { name: string }) => eventWord(house, name, actor.locale),
    };
    return page(w.title, <AuditPage {...view} />, { width: "wide", section: auditPath });
  });
};

const namesOf = async (
  db: Reader,
  areas: ReadonlyMap<string, SettingArea>,
  ids: ReadonlyMap<string, readonly number[]>,
): Promise<KnownNames> => {
  const known = new Map<string, ReadonlyMap<number, Json>>();
  for (const [kind, all] of ids) {
    const names = await areas.get(kind)?.names?.(db, all);
    if (names) known.set(kind, names);
  }
  return known;
};

const kindsOf = (areas: ReadonlyMap<string, SettingArea>) =>
  [...areas].map(([kind, { events }]) => ({ kind, names: events }));

const eventWord = ({ features }: House, name: string, locale: Ask["actor"]["locale"]): string =>
  features.map(({ eventWords }) => eventWords?.[locale][name]).find((word) => word !== undefined) ?? name;
