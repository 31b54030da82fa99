import { createHmac, timingSafeEqual } from "node:crypto";

/** Signs short facts that leave the house (reply addresses, links in mails), so that nobody can make them up. */
export interface Signer {
  /** 26 characters of [a-z2-7]: 130 bits of HMAC-SHA-256 in lower-case base32, safe in addresses and URLs. */
  sign(purpose: string, fact: string): string;
  verify(purpose: string, fact: string, signature: string): boolean;
}

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

const base32 = (bytes: Buffer, length: number): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return Array.from({ length }, (_, index) => alphabet[parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join("");
};

export const signerWith = (secret: Buffer): Signer => {
  const sign = (purpose: string, fact: string): string =>
    base32(createHmac("sha256", secret).update(`${purpose}\0${fact}`).digest(), 26);
  return {
    sign,
    verify(purpose, fact, signature) {
      const expected = Buffer.from(sign(purpose, fact));
      const given = Buffer.from(signature.toLowerCase());
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
};
