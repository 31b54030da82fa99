/** Headers stand in the first part; longer ones are no reason to search further. */
const headLength = 256_000;

/**
 * What the mailbox's server has written down of the envelope, as it is not handed over by IMAP. An empty sender says
 * that nobody may answer (`Return-Path: <>`), so a missing one is made up for by the author's address.
 */
export const envelopeIn = (raw: Buffer): { from: string; to: string[] } => {
  const start = raw.toString("latin1", 0, headLength);
  const head = /^([\s\S]*?)\r?\n\r?\n/.exec(start)?.[1] ?? start;
  const fields = head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  const addressesIn = (name: string): string[] =>
    fields
      .filter((field) => field.toLowerCase().startsWith(`${name}:`))
      .map((field) => /([^\s<>,;:"]+@[^\s<>,;:"]+)/.exec(field.slice(name.length + 1))?.[1] ?? "");
  return {
    from: addressesIn("return-path")[0] ?? addressesIn("from")[0] ?? "",
    to: ["delivered-to", "x-original-to", "envelope-to"].flatMap(addressesIn).filter(Boolean),
  };
};
