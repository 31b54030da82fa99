/** What must hold for a sender to speak for the supplier: his desk's address, or one of the same domain. */
export const isOfSupplier = (
  address: string,
  { mailAddress, isPublicDomain }: { mailAddress: string; isPublicDomain: (domain: string) => boolean },
): boolean => {
  const [one, other] = [address, mailAddress].map((each) => each.trim().toLowerCase());
  if (one === other) return true;
  const domain = domainOf(mailAddress);
  // Everybody can get an address there.
  return domain !== "" && !isPublicDomain(domain) && domainOf(address) === domain;
};

const domainOf = (address: string): string => address.trim().toLowerCase().split("@").at(-1) ?? "";

/** As other desks write it: `[#123]`, `Ticket-ID: 123`, `[ABC-123]`, `Fall 123`; the most telling first. */
const shapes: readonly RegExp[] = [
  /\[\s*#\s*(\d{2,15})\s*\]/g,
  /\b(?:ticket|case|vorgang|fall|anfrage|request|incident|issue)(?:[- ]?(?:id|nr\.?|no\.?|nummer|number))?\s*[:#]?\s*#?([A-Z]{0,5}-?\d{2,15})\b/gi,
  /[[(]([A-Z]{2,10}-?\d{2,15})[\])]/g,
  /\b((?:INC|REQ|CS|SR|TKT)\d{4,15})\b/g,
  /(?:^|\s)#(\d{2,15})\b/g,
];

/** The number that the ticket has at their desk, from the subject of their mail; ours, which they repeat, is none of theirs. */
export const theirNumberIn = (subject: string, ours: number): string | undefined =>
  shapes
    .flatMap((shape) => [...subject.slice(0, 500).matchAll(shape)].map(([, number = ""]) => number))
    .find((number) => number !== "" && number !== String(ours));
