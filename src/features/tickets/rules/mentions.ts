interface Somebody {
  id: number;
  name: string;
}

/**
 * Who is called by "@" and the full name, in the order of the people given. Of two people with one name both are
 * called; "@Ann Petersen" does not call an Ann.
 */
export const mentionedIn = (text: string, people: readonly Somebody[]): number[] => {
  const byLength = [...new Set(people.map(({ name }) => name))].sort((a, b) => b.length - a.length);
  const names = byLength.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (names.length === 0) return [];
  const call = new RegExp(String.raw`(?<![\p{L}\p{N}])@(${names.join("|")})(?![\p{L}\p{N}])`, "giu");
  const called = new Set([...text.matchAll(call)].map(([, name = ""]) => name.toLowerCase()));
  return people.filter(({ name }) => called.has(name.toLowerCase())).map(({ id }) => id);
};
