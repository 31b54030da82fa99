/** What a canned answer may name: `{{requester.name}}` and so on. */
export interface Placeholders {
  "requester.name": string;
  "ticket.number": string;
  "ticket.subject": string;
  "agent.name": string;
  "desk.name": string;
}

export const placeholderNames: readonly (keyof Placeholders)[] = [
  "requester.name",
  "ticket.number",
  "ticket.subject",
  "agent.name",
  "desk.name",
];

const named = /\{\{\s*([^{}]*?)\s*\}\}/g;

const knownBy = (name: string): keyof Placeholders | undefined =>
  placeholderNames.find((candidate) => candidate === name);

/** Puts the values in. A name that nobody knows stays as it is, so that whoever sends it notices. */
export const fillPlaceholders = (text: string, values: Placeholders): string =>
  text.replaceAll(named, (whole, name: string) => {
    const known = knownBy(name);
    return known ? values[known] : whole;
  });

/** What stands in braces and is no placeholder, as it was written. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(named)].filter(([, name = ""]) => !knownBy(name)).map(([whole]) => whole)),
];
