const longest = 200_000;

/** What an invitation (iCalendar, RFC 5545) is about, when and where, in words of its own; empty when it does not say. */
export const textOfCalendar = (calendar: string): string => {
  const lines = calendar
    .slice(0, longest)
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n");
  const begin = lines.findIndex((line) => /^BEGIN:(VEVENT|VTODO)\s*$/i.test(line));
  const end = lines.findIndex((line, at) => at > begin && /^END:(VEVENT|VTODO)\s*$/i.test(line));
  const event = lines.slice(begin + 1, end < 0 ? undefined : end);
  const field = (name: string): Field | undefined => {
    for (const line of event) {
      const found = new RegExp(`^${name}((?:;[^:;"]*(?:"[^"]*")?)*):(.*)$`, "i").exec(line.slice(0, 20_000));
      if (found) return { parameters: found[1] ?? "", value: unescaped(found[2] ?? "") };
    }
    return undefined;
  };
  const when = [field("DTSTART"), field("DTEND")].flatMap((each) => momentText(each) || []);
  return [field("SUMMARY")?.value, when.join(" – "), field("LOCATION")?.value, "", field("DESCRIPTION")?.value]
    .filter((each) => each !== undefined)
    .join("\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim();
};

interface Field {
  parameters: string;
  value: string;
}

const unescaped = (value: string): string =>
  value
    .replace(/\\n/gi, "\n")
    .replace(/\\([,;\\])/g, "$1")
    .trim();

/** `20261106T100000` with its zone as `2026-11-06 10:00 (Europe/Berlin)`. */
const momentText = (field: Field | undefined): string => {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d*(Z?))?/.exec(field?.value ?? "");
  if (!found) return "";
  const [, year = "", month = "", day = "", hour, minute = "", utc] = found;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined) return date;
  const zone = utc ? "UTC" : /;TZID="?([^";:]+)/i.exec(field?.parameters ?? "")?.[1];
  return `${date} ${hour}:${minute}${zone ? ` (${zone})` : ""}`;
};
