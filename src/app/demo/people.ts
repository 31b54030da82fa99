/** The demo desk's people. Everything ends in .example, which never reaches anybody (RFC 2606). */

export const desk = {
  name: "Nordlicht Support",
  locale: "de",
  timeZone: "Europe/Berlin",
  mailAddress: "support@nordlicht.example",
} as const;

/** Named as the presets name theirs, which then take these. */
export const teams = [
  { name: "Service-Desk", level: "first" },
  { name: "1st Level", level: "first" },
  { name: "Hotline", level: "first" },
  { name: "Technik", level: "first" },
  { name: "2nd Level", level: "second" },
  { name: "Technischer Support", level: "technical" },
  { name: "Programmierung", level: "technical" },
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
  { key: "ada", name: "Ada Lindqvist", role: "administrator", locale: "de", teams: ["Service-Desk"] },
  {
    key: "mona",
    name: "Mona Feldhusen",
    role: "moderator",
    locale: "de",
    teams: ["Service-Desk", "2nd Level", "Technik"],
  },
  { key: "ann", name: "Ann Petersen", role: "member", locale: "de", teams: ["Service-Desk", "1st Level", "Hotline"] },
  { key: "ben", name: "Ben Achterberg", role: "member", locale: "en", teams: ["Service-Desk", "Hotline", "2nd Level"] },
  {
    key: "tom",
    name: "Tom Wischnewski",
    role: "member",
    locale: "de",
    teams: ["Technischer Support", "Programmierung", "Technik"],
  },
  { key: "lea", name: "Lea Sommerfeld", role: "member", locale: "de", teams: ["2nd Level", "Technik"] },
] as const satisfies readonly DemoAgent[];

interface DemoOrganisation {
  key: string;
  name: string;
  customerNumber: string;
  domain: string;
  notes: string;
  /** The care package, as shipped. */
  package: "Basic" | "Bronze" | "Silver" | "Gold";
}

export const organisations = [
  {
    key: "hansen",
    name: "Hansen & Töchter Maschinenbau GmbH",
    customerNumber: "K-20417",
    domain: "hansen-maschinen.example",
    package: "Gold",
    notes:
      "Wartungsvertrag bis 31.12.2027. Produktion läuft im Zweischichtbetrieb; vor 06:00 Uhr ist niemand erreichbar.",
  },
  {
    key: "brightwater",
    name: "Brightwater Logistics Ltd",
    customerNumber: "K-20533",
    domain: "brightwater.example",
    package: "Silver",
    notes: "English only. Release freeze every year from 20 November to 6 January.",
  },
  {
    key: "stadtwerke",
    name: "Stadtwerke Lindenau AöR",
    customerNumber: "K-19880",
    domain: "sw-lindenau.example",
    package: "Bronze",
    notes: "Rechnungen nur mit Bestellnummer.",
  },
  {
    key: "kranz",
    name: "Kranz Feinkost KG",
    customerNumber: "K-21002",
    domain: "kranz-feinkost.example",
    package: "Basic",
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
