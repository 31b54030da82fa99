/**
 * Where public holidays are computed for. A longer name lies within the shorter one it begins with and has its holidays, too. `DE` and
 * `CH` alone are what all their Länder and cantons have in common.
 */
export const regions = {
  DE: { en: "Germany, what all states have in common", de: "Deutschland, bundesweit" },
  "DE-BW": { en: "Baden-Württemberg", de: "Baden-Württemberg" },
  "DE-BY": { en: "Bavaria", de: "Bayern" },
  "DE-BY-C": {
    en: "Bavaria, with the Assumption of Mary (e.g. Munich)",
    de: "Bayern, mit Mariä Himmelfahrt (z. B. München)",
  },
  "DE-BY-C-A": { en: "Bavaria, city of Augsburg", de: "Bayern, Stadt Augsburg" },
  "DE-BE": { en: "Berlin", de: "Berlin" },
  "DE-BB": { en: "Brandenburg", de: "Brandenburg" },
  "DE-HB": { en: "Bremen", de: "Bremen" },
  "DE-HH": { en: "Hamburg", de: "Hamburg" },
  "DE-HE": { en: "Hesse", de: "Hessen" },
  "DE-MV": { en: "Mecklenburg-Western Pomerania", de: "Mecklenburg-Vorpommern" },
  "DE-NI": { en: "Lower Saxony", de: "Niedersachsen" },
  "DE-NW": { en: "North Rhine-Westphalia", de: "Nordrhein-Westfalen" },
  "DE-RP": { en: "Rhineland-Palatinate", de: "Rheinland-Pfalz" },
  "DE-SL": { en: "Saarland", de: "Saarland" },
  "DE-SN": { en: "Saxony", de: "Sachsen" },
  "DE-ST": { en: "Saxony-Anhalt", de: "Sachsen-Anhalt" },
  "DE-SH": { en: "Schleswig-Holstein", de: "Schleswig-Holstein" },
  "DE-TH": { en: "Thuringia", de: "Thüringen" },
  AT: { en: "Austria", de: "Österreich" },
  CH: { en: "Switzerland, what all cantons have in common", de: "Schweiz, in allen Kantonen" },
  "CH-BE": { en: "Canton of Bern", de: "Kanton Bern" },
  "CH-BS": { en: "Canton of Basel-Stadt", de: "Kanton Basel-Stadt" },
  "CH-GE": { en: "Canton of Geneva", de: "Kanton Genf" },
  "CH-LU": { en: "Canton of Lucerne", de: "Kanton Luzern" },
  "CH-SG": { en: "Canton of St. Gallen", de: "Kanton St. Gallen" },
  "CH-TI": { en: "Canton of Ticino", de: "Kanton Tessin" },
  "CH-VD": { en: "Canton of Vaud", de: "Kanton Waadt" },
  "CH-ZH": { en: "Canton of Zurich", de: "Kanton Zürich" },
} as const;

export type RegionId = keyof typeof regions;

export const regionIds = Object.keys(regions) as readonly RegionId[];

export const isRegion = (text: string): text is RegionId => Object.hasOwn(regions, text);

/** Whether `region` is `within` or lies in it. */
export const liesIn = (region: RegionId, within: RegionId): boolean =>
  region === within || region.startsWith(`${within}-`);
