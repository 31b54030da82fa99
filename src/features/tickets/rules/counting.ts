/** Past this nobody counts any more ("1000+"), which keeps counting cheap at any size. */
export const countedAtMost = 1_000;
