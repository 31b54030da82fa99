/** What the usual mail servers take; in bytes. */
export const largestMessage = 50 * 1024 * 1024;
