import type { Locale } from "../../../platform/i18n/index.ts";
import { currentZoneName, offsetOf, timeZones } from "./time-zones.ts";

const regions: Record<Locale, Readonly<Record<string, string>>> = {
  en: { Indian: "Indian Ocean" },
  de: {
    Africa: "Afrika",
    America: "Amerika",
    Argentina: "Argentinien",
    Antarctica: "Antarktis",
    Arctic: "Arktis",
    Asia: "Asien",
    Atlantic: "Atlantik",
    Australia: "Australien",
    Europe: "Europa",
    Indian: "Indischer Ozean",
    Pacific: "Pazifik",
  },
};

/** Cities whose German name is another one; by the last part of the zone's name. */
const germanCities: Readonly<Record<string, string>> = {
  Algiers: "Algier",
  Athens: "Athen",
  Azores: "Azoren",
  Baghdad: "Bagdad",
  Belgrade: "Belgrad",
  Brussels: "Brüssel",
  Bucharest: "Bukarest",
  Cairo: "Kairo",
  Canary: "Kanarische Inseln",
  Chisinau: "Chișinău",
  Copenhagen: "Kopenhagen",
  Damascus: "Damaskus",
  Faroe: "Färöer",
  Havana: "Havanna",
  Isle_of_Man: "Insel Man",
  Kolkata: "Kalkutta",
  Kyiv: "Kiew",
  Lisbon: "Lissabon",
  Luxembourg: "Luxemburg",
  Mexico_City: "Mexiko-Stadt",
  Moscow: "Moskau",
  Prague: "Prag",
  Rome: "Rom",
  Singapore: "Singapur",
  Tehran: "Teheran",
  Tokyo: "Tokio",
  Tripoli: "Tripolis",
  Vatican: "Vatikanstadt",
  Vienna: "Wien",
  Warsaw: "Warschau",
  Zurich: "Zürich",
};

/** All countries in German: what the language's own data calls many zones by. */
const germanCountries: ReadonlySet<string> = new Set(
  Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ").flatMap((first, _index, letters) =>
    letters.map((second) => new Intl.DisplayNames("de", { type: "region" }).of(first + second) ?? ""),
  ),
);

const knownGerman = new Map<string, { city?: string; country?: string }>();

/** What the language's own data says of a zone: "Jekaterinburg (Ortszeit)", "Peru (Ortszeit)", or nothing of its place. */
const germanPlace = (zone: string): { city?: string; country?: string } => {
  const known = knownGerman.get(zone);
  if (known) return known;
  const parts = new Intl.DateTimeFormat("de", { timeZone: zone, timeZoneName: "shortGeneric" }).formatToParts(
    Date.UTC(2026, 0),
  );
  const said = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const name = /^(.+) \(Ortszeit\)$/.exec(said)?.[1];
  const place = name === undefined ? {} : germanCountries.has(name) ? { country: name } : { city: name };
  knownGerman.set(zone, place);
  return place;
};

const spaced = (name: string): string => name.replaceAll("_", " ");

/** "UTC+05:30"; with the sign that everybody writes, and none for UTC itself. */
const offsetText = (minutes: number): string => {
  if (minutes === 0) return "UTC";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? "−" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
};

/** A zone as people look for it: by its city. "Wien, Europa (UTC+01:00)", with the difference that holds at that time. */
export const timeZoneName = (zone: string, { locale, at }: { locale: Locale; at: Date }): string => {
  const [region = "", ...places] = currentZoneName(zone).split("/");
  const city = places.at(-1);
  if (city === undefined) return region;
  const said = locale === "de" ? germanPlace(zone) : {};
  const own = (locale === "de" && germanCities[city]) || said.city || spaced(city);
  const inRegion = (name: string): string => regions[locale][name] ?? spaced(name);
  // "Knox, Indiana" names the state already; a country says more than its continent, unless it is called like its city.
  const between = own.includes(",") ? [] : places.slice(0, -1);
  const country = said.country === own ? undefined : said.country;
  const around = country === undefined ? [...between, region].map(inRegion) : [country];
  return `${own}, ${around.join(", ")} (${offsetText(offsetOf(zone, at))})`;
};

/**
 * Every zone with its name, UTC first and then by city. `chosen` is among them, if need be under its older name: a form
 * must not change what nobody touched.
 */
export const timeZoneChoices = ({
  chosen,
  locale,
  at,
}: {
  chosen: string;
  locale: Locale;
  at: Date;
}): { value: string; label: string }[] => {
  const { compare } = new Intl.Collator(locale);
  const values = timeZones.map((zone) => (zone === currentZoneName(chosen) ? chosen : zone));
  return [...new Set([...values, chosen])]
    .map((value) => ({ value, label: timeZoneName(value, { locale, at }) }))
    .toSorted(
      (one, other) => Number(other.value === "UTC") - Number(one.value === "UTC") || compare(one.label, other.label),
    );
};
