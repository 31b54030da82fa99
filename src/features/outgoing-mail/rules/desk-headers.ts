/**
 * Header lines by which two desks keep in step, documented in docs/mail.md. Whoever reads them has to know first from whom
 * they come.
 */
const ticketHeader = "X-Tresen-Ticket";
const statusHeader = "X-Tresen-Status";

const longestStatus = 30;

/** What our mails say of the ticket; the status as their reader calls it. */
export const deskHeaders = ({ number, status }: { number: number; status: string }): Record<string, string> => ({
  [ticketHeader]: String(number),
  [statusHeader]: encodeURIComponent(status.slice(0, longestStatus).toWellFormed()),
});

type Headers = ReadonlyMap<string, readonly string[]>;

/** What a desk says of the ticket in its header lines; anything odd is left out. */
export const deskHeadersIn = (headers: Headers): { number: string | undefined; status: string | undefined } => {
  const lineOf = (name: string): string => headers.get(name.toLowerCase())?.[0]?.trim() ?? "";
  const status = decoded(lineOf(statusHeader));
  const number = lineOf(ticketHeader);
  return {
    number: /^\d{1,15}$/.test(number) ? number : undefined,
    status: status === "" || status.length > longestStatus || /[\p{Cc}<>]/u.test(status) ? undefined : status,
  };
};

// Names of statuses have umlauts; header lines have none.
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text).trim();
  } catch {
    return "";
  }
};
