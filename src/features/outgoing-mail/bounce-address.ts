import { timingSafeEqual } from "node:crypto";
import type { Signer } from "../../platform/signer.ts";
import { partsOf } from "./rules/own-addresses.ts";

const purpose = "bounce-address";

/** 80 bits, as in reply addresses: it has to fit into the 64 characters of RFC 5321 §4.5.3.1. */
const signatureLength = 16;

const signatureOf = (signer: Signer, mailId: number): string =>
  signer.sign(purpose, `b${mailId}`).slice(0, signatureLength);

/**
 * Where this mail comes back to if it cannot be delivered: `bounces+b17-k3v…@example.org`. Every server returns a mail to its
 * envelope's sender, whatever else its report says or leaves out; and only those who got this mail know the address. The
 * plain one where the tag would make it longer than mail servers take.
 */
export const bounceAddress = ({ signer, home, mailId }: { signer: Signer; home: string; mailId: number }): string => {
  const { local, domain } = partsOf(home);
  const tagged = `${local}+b${mailId}-${signatureOf(signer, mailId)}`;
  return tagged.length > 64 ? home : `${tagged}@${domain}`;
};

/** Which mail comes back to this address; undefined when it is not one that `bounceAddress` has made. */
export const readBounceAddress = ({
  signer,
  home,
  address,
}: {
  signer: Signer;
  home: string;
  address: string;
}): number | undefined => {
  const given = partsOf(address.trim().toLowerCase());
  const own = partsOf(home.toLowerCase());
  if (given.domain !== own.domain || !given.local.startsWith(`${own.local}+`)) return undefined;
  const match = /^b(\d{1,15})-([a-z2-7]{16})$/.exec(given.local.slice(own.local.length + 1));
  if (!match) return undefined;
  const mailId = Number(match[1]);
  return timingSafeEqual(Buffer.from(signatureOf(signer, mailId)), Buffer.from(match[2] ?? "")) ? mailId : undefined;
};
