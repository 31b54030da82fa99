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

/** Puts the values in. A name that nobody knows stays as it is, so that whoever sends it notices. */
export const fillPlaceholders = (text: string, values: Placeholders): string =>
  text.replaceAll(/\{\{\s*([a-z.]+)\s*\}\}/g, (whole, name: string) => {
    const known = placeholderNames.find((candidate) => candidate === name);
    return known ? values[known] : whole;
  });
