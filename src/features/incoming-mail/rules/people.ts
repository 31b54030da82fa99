import type { Address } from "./received.ts";

interface Recipients {
  sender: string;
  to: readonly Address[];
  cc: readonly Address[];
  isOwnAddress(address: string): boolean;
}

/** More than these are a distribution list, not people who want to read along. */
export const mostCopied = 20;

/** What is written to it nobody reads. */
export const isNoReply = (address: string): boolean => /^(no-?reply|do-?not-?reply)([+._-].*)?@/i.test(address);

/** An address that nobody reads. */
export const isMachine = (address: string): boolean =>
  /^(no-?reply|do-?not-?reply|noreply|mailer-daemon|postmaster|bounces?)([+._-].*)?@/i.test(address);

/** A header may hold anything; only what mail could be sent to is somebody. */
const isAddress = (address: string): boolean =>
  address.length <= 254 && /^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+\.[a-z0-9-]{2,}$/iu.test(address);

/** Those who read along; nobody when there are too many. */
export const copiedPeople = (recipients: Recipients): Address[] => {
  const people = addressedPeople(recipients);
  return people.length > mostCopied ? [] : people;
};

/** Everybody beside sender and desk to whom the message was openly addressed. */
export const addressedPeople = ({ sender, to, cc, isOwnAddress }: Recipients): Address[] => {
  const byAddress = new Map<string, Address>();
  for (const { name, address } of [...to, ...cc]) {
    const key = address.toLowerCase();
    if (!isAddress(key)) continue;
    if (key === sender.toLowerCase() || isOwnAddress(key) || isMachine(key) || byAddress.has(key)) continue;
    byAddress.set(key, { name, address: key });
  }
  return [...byAddress.values()];
};
