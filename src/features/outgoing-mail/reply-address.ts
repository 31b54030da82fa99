import { timingSafeEqual } from "node:crypto";
import type { Signer } from "../../platform/signer.ts";
import { addressesOf, partsOf, type MailHome } from "./rules/own-addresses.ts";

const purpose = "reply-address";

/** 80 bits: the whole signature would not fit beside two ids into the 64 characters of RFC 5321 §4.5.3.1. */
const signatureLength = 16;

interface Reply {
  ticketId: number;
  personId: number;
  /** The mail carries words for the desk only, so what answers it is for the desk only, too. */
  isInternal?: boolean;
  /** The mail puts this question to the person, so that an answer from here may decide it. */
  questionId?: number;
}

const factOf = ({ ticketId, personId, isInternal, questionId }: Reply): string =>
  `${isInternal ? "n" : "t"}${ticketId}${questionId === undefined ? "" : `-q${questionId}`}-p${personId}`;
const signatureOf = (signer: Signer, fact: string): string => signer.sign(purpose, fact).slice(0, signatureLength);

/**
 * Where this person's answer about this ticket goes: the desk's address with a signed tag, e.g.
 * `support+t17-p5-k3v…@example.org`. The plain address when the tag would make it longer than mail servers take.
 */
export const replyAddress = ({ signer, desk, ...reply }: { signer: Signer; desk: MailHome } & Reply): string => {
  const { local, domain } = partsOf(desk.mailAddress);
  const fact = factOf(reply);
  const tagged = `${local}+${fact}-${signatureOf(signer, fact)}`;
  return tagged.length > 64 ? desk.mailAddress : `${tagged}@${domain}`;
};

/** Whose answer to what comes to this address; undefined when it is not one that `replyAddress` has made. */
export const readReplyAddress = ({
  signer,
  desk,
  address,
}: {
  signer: Signer;
  desk: MailHome;
  address: string;
}): Reply | undefined => {
  const given = partsOf(address.trim().toLowerCase());
  const own = addressesOf(desk)
    .map(partsOf)
    .find(({ local, domain }) => given.domain === domain && given.local.startsWith(`${local}+`));
  const match =
    own &&
    /^([tn])(\d{1,15})(?:-q(\d{1,15}))?-p(\d{1,15})-([a-z2-7]{16})$/.exec(given.local.slice(own.local.length + 1));
  if (!match) return undefined;
  const reply = {
    ticketId: Number(match[2]),
    personId: Number(match[4]),
    ...(match[1] === "n" && { isInternal: true }),
    ...(match[3] !== undefined && { questionId: Number(match[3]) }),
  };
  const expected = Buffer.from(signatureOf(signer, factOf(reply)));
  return timingSafeEqual(expected, Buffer.from(match[5] ?? "")) ? reply : undefined;
};
