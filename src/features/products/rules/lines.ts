/** A pasted line: a name, and behind a semicolon or a tab the day of the release. */
export interface VersionLine {
  name: string;
  releasedOn: string | null;
}

/** Names of a pasted list, one a line; empty lines and repetitions are left out, upper and lower case are the same. */
export const namesIn = (text: string): string[] => {
  const seen = new Set<string>();
  return text
    .split("\n")
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((name) => {
      const key = name.toLowerCase();
      if (name === "" || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
};

/** The same for versions. A day that is none stays in the line's `problem`. */
export const versionsIn = (text: string): { versions: VersionLine[]; problem: string | undefined } => {
  const lines = text
    .split("\n")
    .map((line) => line.split(/[;\t]/, 2).map((part) => part.replace(/\s+/g, " ").trim()))
    .filter(([name]) => name);
  const names = namesIn(lines.map(([name]) => name).join("\n"));
  const versions = names.map((name) => {
    const [, day = ""] = lines.find(([each]) => each?.toLowerCase() === name.toLowerCase()) ?? [];
    return { name, day, releasedOn: day === "" ? null : dayOf(day) };
  });
  return {
    versions: versions.map(({ name, releasedOn }) => ({ name, releasedOn: releasedOn ?? null })),
    problem: versions.find(({ releasedOn }) => releasedOn === undefined)?.day,
  };
};

/** `2026-03-01` and `1.3.2026` are the same day; what is no day of the calendar is undefined. */
const dayOf = (text: string): string | undefined => {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german
    ? `${german[3] ?? ""}-${(german[2] ?? "").padStart(2, "0")}-${(german[1] ?? "").padStart(2, "0")}`
    : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  const at = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso ? undefined : iso;
};
