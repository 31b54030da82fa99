import type { Signer } from "../../platform/signer.ts";
import { isDeskAddress, type MailHome } from "../outgoing-mail/index.ts";

const purpose = "supplier-address";

/** As in the reply addresses of customers: the whole would not fit. */
const signatureLength = 16;

const tagOf = (signer: Signer, passingId: number): string =>
  `s${passingId}-${signer.sign(purpose, String(passingId)).slice(0, signatureLength)}`;

/** Where the supplier's answer about this passing goes: `support+s12-k3v…@example.org`. Only our mails to him say it. */
export const passingAddress = (signer: Signer, { desk, passingId }: { desk: MailHome; passingId: number }): string => {
  const at = desk.mailAddress.lastIndexOf("@");
  const local = `${desk.mailAddress.slice(0, at)}+${tagOf(signer, passingId)}`;
  return local.length > 64 ? desk.mailAddress : `${local}${desk.mailAddress.slice(at)}`;
};

/** The passing of an address that `passingAddress` has made. */
export const readPassingAddress = (
  signer: Signer,
  { desk, address }: { desk: MailHome; address: string },
): number | undefined => {
  const given = address.trim().toLowerCase();
  const [, tag = "", id = ""] = /\+(s(\d{1,15})-[a-z2-7]{16})@/.exec(given) ?? [];
  return id !== "" && isDeskAddress({ desk, address: given }) && tag === tagOf(signer, Number(id))
    ? Number(id)
    : undefined;
};
