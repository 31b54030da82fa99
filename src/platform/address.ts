import { domainToASCII, domainToUnicode } from "node:url";

const withDomain = (address: string, spelt: (domain: string) => string): string => {
  const at = address.lastIndexOf("@");
  // What is no domain (an address in numbers, a blank) stays as it is.
  const domain = at < 0 ? "" : spelt(address.slice(at + 1));
  return domain === "" ? address : `${address.slice(0, at + 1)}${domain}`;
};

/**
 * Domains in other letters than ASCII travel in an encoding of their own (RFC 5890): `ann@müller.example` and
 * `ann@xn--mller-kva.example` are one address. This is how people write it, by which addresses are stored and compared.
 */
export const readableAddress = (address: string): string =>
  /@.*(xn--|[^\x00-\x7f])/i.test(address.slice(0, 400)) ? withDomain(address, domainToUnicode) : address;

/** For headers that hold nothing but ASCII, e.g. Message-IDs. */
export const asciiDomain = (domain: string): string => (/^[\x00-\x7f]*$/.test(domain) ? domain : domainToASCII(domain));
