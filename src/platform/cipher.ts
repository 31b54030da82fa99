import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

/** Keeps secrets that have to be read again, e.g. the password of a mailbox, such that a copy of the database is not enough. */
export interface Cipher {
  seal(text: string): string;
  /** Undefined when it was sealed with another secret, or changed since. */
  open(sealed: string): string | undefined;
}

const algorithm = "aes-256-gcm";
const ivLength = 12;
const tagLength = 16;

export const cipherWith = (secret: Buffer): Cipher => {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "tresen sealed secrets", 32));
  return {
    seal(text) {
      const iv = randomBytes(ivLength);
      const cipher = createCipheriv(algorithm, key, iv);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
    },
    open(sealed) {
      const bytes = Buffer.from(sealed, "base64");
      if (bytes.length < ivLength + tagLength) return undefined;
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, ivLength));
      decipher.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(ivLength + tagLength)), decipher.final()]).toString();
      } catch {
        return undefined;
      }
    },
  };
};
