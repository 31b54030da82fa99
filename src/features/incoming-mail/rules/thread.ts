import type { FiledBecause } from "./verdict.ts";

/** The sender, as far as known. */
export interface Sender {
  personId: number;
  isAgent: boolean;
  /** Another address stands in From, or the domain there disowns the message. */
  needsProof: boolean;
}

/** A ticket that the message points to in one way, and what is known of the sender there. */
export interface Pointer {
  ticketId: number;
  /** The way holds something that only the desk's mail to this very person says. */
  isProven: boolean;
  /** The sender is requester, in CC or assigned. */
  isKnownThere: boolean;
  /** It answers words that are for the desk only. */
  isInternal: boolean;
}

export interface Pointers {
  /** A signed reply address among the recipients. */
  signed: Pointer | undefined;
  /** One of our Message-IDs, or one of this conversation, in In-Reply-To or References. */
  referenced: Pointer | undefined;
  /** The number in the subject. */
  numbered: Pointer | undefined;
}

export type Place =
  | { kind: "reply"; ticketId: number; isProven: boolean; isInternal: boolean; reason: FiledBecause }
  /** `relatedTo`: the ticket it pointed to without a right to be in it; agents see the link, the sender learns nothing. */
  | { kind: "open"; relatedTo: number | undefined; reason: FiledBecause };

const ways = [
  ["signed", "signed-address"],
  ["referenced", "message-id"],
  ["numbered", "number"],
] as const;

/**
 * Where the message belongs. A sender's address can be made up by anybody. For a customer it is enough beside a pointer
 * to a ticket of his, because he can only speak for himself there; who speaks for the desk needs proof, and so does who
 * stands in for the address in From, which servers on the way may have checked, or is disowned by its domain. An agent's answer
 * to internal words stays internal, whichever way it found the ticket.
 */
export const placeOf = (sender: Sender | undefined, pointers: Pointers): Place => {
  const isInternal =
    (sender?.isAgent ?? false) &&
    [pointers.signed, pointers.referenced, pointers.numbered].some((each) => each?.isInternal === true);
  for (const [way, reason] of ways) {
    const pointer = pointers[way];
    if (!pointer || !sender) continue;
    const { ticketId, isProven, isKnownThere } = pointer;
    if (isProven || (isKnownThere && !sender.isAgent && !sender.needsProof))
      return { kind: "reply", ticketId, isProven, isInternal, reason };
  }
  const relatedTo = (pointers.signed ?? pointers.referenced ?? pointers.numbered)?.ticketId;
  return { kind: "open", relatedTo, reason: relatedTo === undefined ? "new" : "not-a-participant" };
};

/** More are no subject that anybody wrote. */
const mostNumbers = 5;

/**
 * The tickets' numbers in a subject: our mails begin with `[#10482]`, people write `#10482`. A subject may have the number
 * of another desk as well, before or behind ours; whose it is shows only where the sender takes part.
 */
export const numbersInSubject = (subject: string): number[] => {
  const ours = [...subject.matchAll(/\[#(\d{4,12})\]/g)];
  const typed = [...subject.matchAll(/(?:^|[\s([])#(\d{4,12})\b/g)];
  return [...new Set([...ours, ...typed].map(([, digits]) => Number(digits)))].slice(0, mostNumbers);
};
