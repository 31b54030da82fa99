/** How long to wait before the nth try (from 1) to reach the server again: 1 s, doubled up to 30 s, ±25 % so that not everybody comes at once. */
export const retryDelay = (attempt: number, random: () => number = Math.random): number =>
  Math.min(30_000, 1_000 * 2 ** (attempt - 1)) * (0.75 + random() / 2);
