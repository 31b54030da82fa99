import { asciiDomain, readableAddress } from "../../../platform/address.ts";

/** Where the desk's mail comes from. */
export interface MailHome {
  /** Message-IDs are made under its domain. */
  mailAddress: string;
  /** More addresses of its own. */
  others?: readonly string[];
}

/** All addresses of the desk's own. */
export const addressesOf = ({ mailAddress, others = [] }: MailHome): readonly string[] => [mailAddress, ...others];

export const partsOf = (given: string): { local: string; domain: string } => {
  const address = readableAddress(given);
  const at = address.lastIndexOf("@");
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
};

/** As it stands in headers. */
export const domainOf = (address: string): string => asciiDomain(partsOf(address).domain);

/** The desk may have had another address when the mail was sent. */
export const isOwnDomain = (desk: MailHome, domain: string): boolean =>
  addressesOf(desk).some((each) => domainOf(each) === domain);

/** Whether mail to this address comes to the desk: one of its own addresses, with or without a tag. */
export const isDeskAddress = ({ desk, address }: { desk: MailHome; address: string }): boolean => {
  const given = partsOf(address.trim().toLowerCase());
  return addressesOf(desk)
    .map(partsOf)
    .some(
      ({ local, domain }) => given.domain === domain && (given.local === local || given.local.startsWith(`${local}+`)),
    );
};

/** Whether a Message-ID is one that this desk gave to a mail of its own. */
export const isOwnMessageId = ({ desk, messageId }: { desk: MailHome; messageId: string }): boolean => {
  const domain = /\.tresen@([^<>@]+)>$/.exec(messageId.trim().toLowerCase())?.[1];
  return domain !== undefined && isOwnDomain(desk, domain);
};
