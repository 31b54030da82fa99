/** The demo desk's people. Everything ends in .example, which never reaches anybody (RFC 2606). */

export const desk = {
  name: "Nordlicht Support",
  locale: "de",
  timeZone: "Europe/Berlin",
  mailAddress: "support@nordlicht.example",
} as const;

export const teams = [
  { name: "Kundenservice", level: "first" },
  { name: "Anwendungsberatung", level: "second" },
  { name: "Entwicklung", level: "technical" },
] as const;

type TeamName = (typeof teams)[number]["name"];

interface DemoAgent {
  key: string;
  name: string;
  role: "administrator" | "moderator" | "member";
  locale: "de" | "en";
  teams: readonly TeamName[];
}

export const agents = [
  { key: "ada", name: "Ada Lindqvist", role: "administrator", locale: "de", teams: ["Kundenservice"] },
  {
    key: "mona",
    name: "Mona Feldhusen",
    role: "moderator",
    locale: "de",
    teams: ["Kundenservice", "Anwendungsberatung"],
  },
  { key: "ann", name: "Ann Petersen", role: "member", locale: "de", teams: ["Kundenservice"] },
  { key: "ben", name: "Ben Achterberg", role: "member", locale: "en", teams: ["Kundenservice", "Anwendungsberatung"] },
  { key: "tom", name: "Tom Wischnewski", role: "member", locale: "de", teams: ["Entwicklung"] },
  { key: "lea", name: "Lea Sommerfeld", role: "member", locale: "de", teams: ["Anwendungsberatung"] },
] as const satisfies readonly DemoAgent[];

interface DemoOrganisation {
  key: string;
  name: string;
  customerNumber: string;
  domain: string;
  notes: string;
}

export const organisations = [
  {
    key: "hansen",
    name: "Hansen & Töchter Maschinenbau GmbH",
    customerNumber: "K-20417",
    domain: "hansen-maschinen.example",
    notes:
      "Wartungsvertrag bis 31.12.2027. Produktion läuft im Zweischichtbetrieb; vor 06:00 Uhr ist niemand erreichbar.",
  },
  {
    key: "brightwater",
    name: "Brightwater Logistics Ltd",
    customerNumber: "K-20533",
    domain: "brightwater.example",
    notes: "English only. Release freeze every year from 20 November to 6 January.",
  },
  {
    key: "stadtwerke",
    name: "Stadtwerke Lindenau AöR",
    customerNumber: "K-19880",
    domain: "sw-lindenau.example",
    notes: "Rechnungen nur mit Bestellnummer.",
  },
  {
    key: "kranz",
    name: "Kranz Feinkost KG",
    customerNumber: "K-21002",
    domain: "kranz-feinkost.example",
    notes: "",
  },
] as const satisfies readonly DemoOrganisation[];

export type OrganisationKey = (typeof organisations)[number]["key"];

interface DemoCustomer {
  key: string;
  name: string;
  organisation: OrganisationKey;
  locale: "de" | "en";
  isManager?: true;
  /** Role under which demo.json lists the sign-in. */
  listedAs?: "customer" | "colleague" | "manager" | "stranger";
}

export const customers = [
  { key: "cy", name: "Cyrill Hansen", organisation: "hansen", locale: "de", listedAs: "customer" },
  { key: "cora", name: "Cora Mühlenbruch", organisation: "hansen", locale: "de", listedAs: "colleague" },
  {
    key: "marta",
    name: "Marta Hansen-Oyelaran",
    organisation: "hansen",
    locale: "de",
    isManager: true,
    listedAs: "manager",
  },
  { key: "eve", name: "Eve Donoghue", organisation: "brightwater", locale: "en", listedAs: "stranger" },
  { key: "raj", name: "Rajesh Venkataraman", organisation: "brightwater", locale: "en", isManager: true },
  { key: "olaf", name: "Olaf Brinkmann", organisation: "stadtwerke", locale: "de" },
  { key: "nadine", name: "Nadine Kessler-Wohlgemuth", organisation: "stadtwerke", locale: "de" },
  { key: "paolo", name: "Paolo Kranz", organisation: "kranz", locale: "de" },
] as const satisfies readonly DemoCustomer[];

export type AgentKey = (typeof agents)[number]["key"];
export type CustomerKey = (typeof customers)[number]["key"];

/** Where the person's mail goes. */
export const emailOf = (key: AgentKey | CustomerKey): string => {
  const customer = customers.find((each) => each.key === key);
  const domain = organisations.find((each) => each.key === customer?.organisation)?.domain ?? "nordlicht.example";
  return `${key}@${domain}`;
};
