/** What the demo desk supports, each with versions and modules. */
export const supported = [
  {
    name: "Nordlicht ERP",
    versions: ["7.3", "7.4.1", "7.4.2"],
    modules: ["Arbeitsvorbereitung", "Einkauf", "Finanzen"],
  },
  { name: "Nordlicht Lager", versions: ["7.3", "7.4.1"], modules: ["Kommissionierung", "Etiketten"] },
  { name: "Nordlicht Freight", versions: ["3.10.4", "3.11.0"], modules: ["Customs", "Routing"] },
  { name: "Nordlicht Versorger", versions: ["11.2", "12.0"], modules: ["Abrechnung", "Marktkommunikation"] },
  { name: "Nordlicht Kasse", versions: ["5.1", "5.2"], modules: ["Belege", "Tagesabschluss"] },
] as const;
