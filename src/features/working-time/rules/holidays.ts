import { easterSunday } from "./easter.ts";
import { liesIn, type RegionId } from "./regions.ts";

export interface Holiday {
  /** `2026-10-03`. */
  on: string;
  name: { en: string; de: string };
}

interface HolidayRule {
  name: Holiday["name"];
  dateIn(year: number): Temporal.PlainDate;
  regions: readonly RegionId[];
  /** The first year in which it is one, where that is not long ago. */
  since?: number;
  /** Only in these years. */
  only?: readonly number[];
}

const fixed =
  (month: number, day: number): HolidayRule["dateIn"] =>
  (year) =>
    new Temporal.PlainDate(year, month, day);

/** Days from Easter Sunday on; negative before it. */
const easter =
  (days: number): HolidayRule["dateIn"] =>
  (year) =>
    easterSunday(year).add({ days });

/** The last such weekday (1 is Monday) before the date. */
const weekdayBefore =
  (weekday: number, month: number, day: number): HolidayRule["dateIn"] =>
  (year) => {
    const date = new Temporal.PlainDate(year, month, day);
    return date.subtract({ days: ((date.dayOfWeek - weekday + 6) % 7) + 1 });
  };

/** So many days after the month's nth Sunday. */
const afterSunday =
  (nth: number, month: number, days: number): HolidayRule["dateIn"] =>
  (year) => {
    const first = new Temporal.PlainDate(year, month, 1);
    return first.add({ days: 7 - first.dayOfWeek + 7 * (nth - 1) + days });
  };

const named = (en: string, de: string): Holiday["name"] => ({ en, de });

/**
 * Sources: the holiday acts of the Länder, the Austrian Arbeitsruhegesetz §7, the cantons' acts on rest days. Holidays of single
 * municipalities are entered as special days.
 */
const rules: readonly HolidayRule[] = [
  { name: named("New Year’s Day", "Neujahr"), dateIn: fixed(1, 1), regions: ["DE", "AT", "CH"] },
  { name: named("Berchtold’s Day", "Berchtoldstag"), dateIn: fixed(1, 2), regions: ["CH-BE", "CH-LU", "CH-VD"] },
  {
    name: named("Epiphany", "Heilige Drei Könige"),
    dateIn: fixed(1, 6),
    regions: ["DE-BW", "DE-BY", "DE-ST", "AT", "CH-TI"],
  },
  {
    name: named("International Women’s Day", "Internationaler Frauentag"),
    dateIn: fixed(3, 8),
    regions: ["DE-BE"],
    since: 2019,
  },
  {
    name: named("International Women’s Day", "Internationaler Frauentag"),
    dateIn: fixed(3, 8),
    regions: ["DE-MV"],
    since: 2023,
  },
  { name: named("Saint Joseph’s Day", "Josefstag"), dateIn: fixed(3, 19), regions: ["CH-TI"] },
  {
    name: named("Good Friday", "Karfreitag"),
    dateIn: easter(-2),
    regions: ["DE", "CH-BE", "CH-BS", "CH-GE", "CH-LU", "CH-SG", "CH-VD", "CH-ZH"],
  },
  { name: named("Easter Sunday", "Ostersonntag"), dateIn: easter(0), regions: ["DE-BB"] },
  {
    name: named("Easter Monday", "Ostermontag"),
    dateIn: easter(1),
    regions: ["DE", "AT", "CH-BE", "CH-BS", "CH-GE", "CH-LU", "CH-SG", "CH-TI", "CH-VD", "CH-ZH"],
  },
  {
    name: named("Labour Day", "Tag der Arbeit"),
    dateIn: fixed(5, 1),
    regions: ["DE", "AT", "CH-BS", "CH-TI", "CH-ZH"],
  },
  { name: named("Liberation Day", "Tag der Befreiung"), dateIn: fixed(5, 8), regions: ["DE-BE"], only: [2020, 2025] },
  {
    name: named("75 years of the uprising of 17 June", "75. Jahrestag des Aufstands vom 17. Juni"),
    dateIn: fixed(6, 17),
    regions: ["DE-BE"],
    only: [2028],
  },
  { name: named("Ascension Day", "Christi Himmelfahrt"), dateIn: easter(39), regions: ["DE", "AT", "CH"] },
  { name: named("Whit Sunday", "Pfingstsonntag"), dateIn: easter(49), regions: ["DE-BB"] },
  {
    name: named("Whit Monday", "Pfingstmontag"),
    dateIn: easter(50),
    regions: ["DE", "AT", "CH-BE", "CH-BS", "CH-GE", "CH-LU", "CH-SG", "CH-TI", "CH-VD", "CH-ZH"],
  },
  {
    name: named("Corpus Christi", "Fronleichnam"),
    dateIn: easter(60),
    regions: ["DE-BW", "DE-BY", "DE-HE", "DE-NW", "DE-RP", "DE-SL", "AT", "CH-LU", "CH-TI"],
  },
  { name: named("Saints Peter and Paul", "Peter und Paul"), dateIn: fixed(6, 29), regions: ["CH-TI"] },
  { name: named("Swiss National Day", "Bundesfeier"), dateIn: fixed(8, 1), regions: ["CH"] },
  {
    name: named("Augsburg Peace Festival", "Augsburger Hohes Friedensfest"),
    dateIn: fixed(8, 8),
    regions: ["DE-BY-C-A"],
  },
  {
    name: named("Assumption of Mary", "Mariä Himmelfahrt"),
    dateIn: fixed(8, 15),
    regions: ["DE-BY-C", "DE-SL", "AT", "CH-LU", "CH-TI"],
  },
  { name: named("Geneva Fast", "Genfer Bettag"), dateIn: afterSunday(1, 9, 4), regions: ["CH-GE"] },
  { name: named("World Children’s Day", "Weltkindertag"), dateIn: fixed(9, 20), regions: ["DE-TH"], since: 2019 },
  { name: named("Monday after the Federal Fast", "Bettagsmontag"), dateIn: afterSunday(3, 9, 1), regions: ["CH-VD"] },
  { name: named("German Unity Day", "Tag der Deutschen Einheit"), dateIn: fixed(10, 3), regions: ["DE"], since: 1990 },
  { name: named("Austrian National Day", "Nationalfeiertag"), dateIn: fixed(10, 26), regions: ["AT"] },
  {
    name: named("Reformation Day", "Reformationstag"),
    dateIn: fixed(10, 31),
    regions: ["DE-BB", "DE-MV", "DE-SN", "DE-ST", "DE-TH"],
  },
  {
    name: named("Reformation Day", "Reformationstag"),
    dateIn: fixed(10, 31),
    regions: ["DE-HB", "DE-HH", "DE-NI", "DE-SH"],
    since: 2018,
  },
  { name: named("Reformation Day", "Reformationstag"), dateIn: fixed(10, 31), regions: ["DE"], only: [2017] },
  {
    name: named("All Saints’ Day", "Allerheiligen"),
    dateIn: fixed(11, 1),
    regions: ["DE-BW", "DE-BY", "DE-NW", "DE-RP", "DE-SL", "AT", "CH-LU", "CH-SG", "CH-TI"],
  },
  {
    name: named("Day of Repentance and Prayer", "Buß- und Bettag"),
    dateIn: weekdayBefore(3, 11, 23),
    regions: ["DE-SN"],
  },
  { name: named("Immaculate Conception", "Mariä Empfängnis"), dateIn: fixed(12, 8), regions: ["AT", "CH-LU", "CH-TI"] },
  { name: named("Christmas Day", "1. Weihnachtstag"), dateIn: fixed(12, 25), regions: ["DE", "AT", "CH"] },
  {
    name: named("St Stephen’s Day", "2. Weihnachtstag"),
    dateIn: fixed(12, 26),
    regions: ["DE", "AT", "CH-BE", "CH-BS", "CH-LU", "CH-SG", "CH-TI", "CH-ZH"],
  },
  {
    name: named("Restoration of the Republic", "Wiederherstellung der Republik"),
    dateIn: fixed(12, 31),
    regions: ["CH-GE"],
  },
];

const known = new Map<string, readonly Holiday[]>();

/** The public holidays of a year, in order. Two that fall on one day (Ascension on 1 May 2008) both stand here. */
export const holidaysOf = (region: RegionId, year: number): readonly Holiday[] => {
  const key = `${region} ${year}`;
  const before = known.get(key);
  if (before) return before;
  const holidays = rules
    .filter((rule) => rule.regions.some((each) => liesIn(region, each)) && isIn(rule, year))
    .map((rule) => ({ on: rule.dateIn(year).toString(), name: rule.name }))
    .filter(
      ({ on }, index, all) =>
        all.findIndex((other) => other.on === on && other.name.de === all[index]?.name.de) === index,
    )
    .toSorted((one, other) => one.on.localeCompare(other.on));
  known.set(key, holidays);
  return holidays;
};

const isIn = ({ since, only }: HolidayRule, year: number): boolean =>
  only ? only.includes(year) : year >= (since ?? -Infinity);
