/** The candidate that a mistyped word most likely meant; undefined when none is closer than a third of its letters. */
export const nearestOf = (word: string, candidates: readonly string[]): string | undefined => {
  const [best] = candidates
    .map((candidate) => ({ candidate, steps: editsBetween(word, candidate) }))
    .sort((a, b) => a.steps - b.steps);
  return best && best.steps <= word.length / 3 ? best.candidate : undefined;
};

/** Levenshtein distance: letters to insert, remove or replace. */
const editsBetween = (from: string, to: string): number => {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...from].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...to].entries()) {
      const kept = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(kept, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
};
