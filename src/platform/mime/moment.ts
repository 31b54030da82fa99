const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
/** Months that programs write in the language of their computer, by their first letters. */
const otherMonths: Readonly<Record<string, number>> = {
  mai: 4,
  okt: 9,
  dez: 11,
  mär: 2,
  mrz: 2,
  maj: 4,
  mei: 4,
  déc: 11,
  fév: 1,
  avr: 3,
  aoû: 7,
  ene: 0,
  abr: 3,
  ago: 7,
  dic: 11,
  set: 8,
  out: 9,
  mag: 4,
  giu: 5,
  lug: 6,
  gen: 0,
  ott: 9,
  mrt: 2,
  juin: 5,
  juil: 6,
  sty: 0,
  lut: 1,
  kwi: 3,
  cze: 5,
  lip: 6,
  sie: 7,
  wrz: 8,
  paź: 9,
  lis: 10,
  gru: 11,
  янв: 0,
  фев: 1,
  мар: 2,
  апр: 3,
  мая: 4,
  май: 4,
  июн: 5,
  июл: 6,
  авг: 7,
  сен: 8,
  окт: 9,
  ноя: 10,
  дек: 11,
};

/** In hours; what is not here counts as UTC (RFC 5322 §4.3). */
const zones: Readonly<Record<string, number>> = {
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
  cet: 1,
  cest: 2,
  mez: 1,
  mesz: 2,
  bst: 1,
  ist: 5.5,
  jst: 9,
  msk: 3,
  eet: 2,
  eest: 3,
};

/** The moment that a Date header names; undefined when it names none. Never asks the zone of this computer. */
export const momentOf = (value: string): Date | undefined => {
  const text = value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .replace(/(\d) ?: ?(?=\d)/g, "$1:")
    .trim();
  const parts = fromMail(text) ?? fromC(text) ?? fromIso(text) ?? fromNumbers(text);
  if (!parts) return undefined;
  const { year, month, day, time, zone } = parts;
  const [hour = 0, minute = 0, second = 0] = time;
  if (month < 0 || !isDay({ year, month, day }) || hour > 24 || minute > 59 || second > 60) return undefined;
  const utc = Date.UTC(year, month, day, hour, minute, second) - zoneMinutes(zone) * 60_000;
  const date = new Date(utc);
  return Number.isNaN(utc) || date.getUTCFullYear() > 9999 ? undefined : date;
};

/** No 31st of February, and no year of which there is no mail. */
const isDay = ({ year, month, day }: { year: number; month: number; day: number }): boolean => {
  const date = new Date(Date.UTC(year, month, day));
  return year >= 1900 && date.getUTCMonth() === month && date.getUTCDate() === day;
};

interface Parts {
  year: number;
  month: number;
  day: number;
  time: number[];
  zone: string;
}

const timePattern = String.raw`(\d{1,2})[:.h](\d{1,2})(?:[:.](\d{1,2}))?(?:[.,]\d+)?(?: ?([ap]m)\b)?`;
const zonePattern = String.raw`(?: ?((?:gmt|utc)? ?[-+] ?\d{1,2}:?\d{0,2}|[a-z]{1,5}))?`;

/** `Tue, 3 Nov 2026 14:05:00 +0100`, also with hyphens, two digits for the year, or the month before the day. */
const fromMail = (text: string): Parts | undefined => {
  const dayFirst = new RegExp(
    String.raw`(\d{1,2})(?:st|nd|rd|th|\.)?(?: de)?[ -]([\p{L}]{3,12})\.?(?: de)?[ ,-]+(\d{2,4}),?(?: (?:at |um )?${timePattern}${zonePattern})?`,
    "iu",
  ).exec(text);
  const monthFirst =
    dayFirst ??
    new RegExp(
      String.raw`([\p{L}]{3,12})\.? (\d{1,2}),? (\d{4}),?(?: (?:at )?${timePattern}${zonePattern})?`,
      "iu",
    ).exec(text);
  if (!monthFirst) return undefined;
  const [, first = "", second = "", year = "", ...rest] = monthFirst;
  const [day, month] = dayFirst ? [first, second] : [second, first];
  return { year: fullYear(year), month: monthOf(month), day: Number(day), time: timeOf(rest), zone: rest[4] ?? "" };
};

/** `Tue Nov  3 14:05:00 2026`, maybe with a zone before the year. */
const fromC = (text: string): Parts | undefined => {
  const found = new RegExp(String.raw`([\p{L}]{3}) (\d{1,2}) ${timePattern}${zonePattern} (\d{4})`, "iu").exec(text);
  if (!found) return undefined;
  const [, month = "", day = "", ...rest] = found;
  return { year: Number(rest[5]), month: monthOf(month), day: Number(day), time: timeOf(rest), zone: rest[4] ?? "" };
};

const fromIso = (text: string): Parts | undefined => {
  const found = new RegExp(
    String.raw`(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]${timePattern}${zonePattern})?`,
    "i",
  ).exec(text);
  if (!found) return undefined;
  const [, year = "", month = "", day = "", ...rest] = found;
  return { year: Number(year), month: Number(month) - 1, day: Number(day), time: timeOf(rest), zone: rest[4] ?? "" };
};

/** `03.11.2026 14:05`, or `11/3/2026 2:05 PM`; with slashes and without halves of the day nobody knows which is the month. */
const fromNumbers = (text: string): Parts | undefined => {
  const found = new RegExp(
    String.raw`\b(\d{1,2})([./])(\d{1,2})\2(\d{4}),?(?: (?:um |at )?${timePattern}${zonePattern})?`,
    "i",
  ).exec(text);
  if (!found) return undefined;
  const [, first = "", sign, second = "", year = "", ...rest] = found;
  if (sign === "/" && rest[3] === undefined) return undefined;
  const [day, month] = sign === "/" ? [second, first] : [first, second];
  return { year: Number(year), month: Number(month) - 1, day: Number(day), time: timeOf(rest), zone: rest[4] ?? "" };
};

const timeOf = ([hour = "0", minute = "0", second = "0", half]: readonly (string | undefined)[]): number[] => {
  const hours = Number(hour) % (half === undefined ? 100 : 12);
  return [half?.toLowerCase() === "pm" ? hours + 12 : hours, Number(minute), Number(second)];
};

const fullYear = (year: string): number => {
  const number = Number(year);
  // RFC 5322 §4.3
  return year.length === 2 ? number + (number < 50 ? 2000 : 1900) : year.length === 3 ? number + 1900 : number;
};

const monthOf = (name: string): number => {
  const lower = name.toLowerCase();
  const index = months.indexOf(lower.slice(0, 3));
  return index >= 0 ? index : (otherMonths[lower.slice(0, 4)] ?? otherMonths[lower.slice(0, 3)] ?? -1);
};

/** Minutes that the zone is ahead of UTC. */
const zoneMinutes = (zone: string): number => {
  const found = /([-+]) ?(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!found) return (zones[zone.trim().toLowerCase()] ?? 0) * 60;
  const [, sign, hours = "0", minutes = "0"] = found;
  const ahead = Number(hours) * 60 + Number(minutes);
  return sign === "-" ? -ahead : ahead;
};
