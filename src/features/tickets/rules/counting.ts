/** Past this nobody counts any more ("1000+"), which keeps counting cheap at any size. */
export const countedAtMost = 1_000;

/** A count as navigation shows it; from a query that stops one behind `countedAtMost`. */
export const upTo = (count: number): { count: number; isMore: boolean } => ({
  count: Math.min(count, countedAtMost),
  isMore: count > countedAtMost,
});
