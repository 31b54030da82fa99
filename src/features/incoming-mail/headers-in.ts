/** Headers are shown to their end, or as far as anybody reads. */
const longestHeaders = 50_000;

/** The headers as they stand in the message. */
export const headersIn = (raw: Buffer): string => {
  const start = raw.subarray(0, longestHeaders).toString();
  return /^([\s\S]*?)\r?\n\r?\n/.exec(start)?.[1] ?? start;
};
