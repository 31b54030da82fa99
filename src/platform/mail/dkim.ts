import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { asciiDomain } from "../address.ts";

/** What mail is signed with (RFC 6376), so that other servers can tell that nobody made it up or changed it. */
export interface Dkim {
  /** Signs for this domain; receivers compare it with that of the From address. */
  domain: string;
  /** Under `<selector>._domainkey.<domain>` the public key is published. */
  selector: string;
  /** PEM. */
  privateKey: string;
}

/** In bits; receivers ignore what is shorter (RFC 8301 §3.2). */
const shortestKey = 1024;

/** PEM of an RSA key, or of none: `undefined`. In one line of an environment variable, line breaks are written `\n`. */
export const readDkimKey = (text: string): string | undefined => {
  const pem = text.replaceAll(String.raw`\n`, "\n");
  try {
    return isUsable(createPrivateKey(pem)) ? pem : undefined;
  } catch {
    return undefined;
  }
};

const isUsable = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean =>
  asymmetricKeyType === "rsa" && (asymmetricKeyDetails?.modulusLength ?? 0) >= shortestKey;

/** The TXT record that receivers look the public key up in, its value in the pieces of 255 that DNS takes. */
export const dkimRecord = ({ domain, selector, privateKey }: Dkim): { name: string; value: readonly string[] } => {
  const key = createPublicKey(privateKey).export({ type: "spki", format: "der" }).toString("base64");
  return { name: `${selector}._domainkey.${domain}`, value: `v=DKIM1; k=rsa; p=${key}`.match(/.{1,255}/g) ?? [] };
};

/** Whether a signature for `domain` speaks for mail from this address, as DMARC compares by default (RFC 7489 §3.1.1). */
export const speaksFor = (domain: string, address: string): boolean => {
  const from = asciiDomain(address.slice(address.lastIndexOf("@") + 1).toLowerCase());
  const own = asciiDomain(domain);
  return from === own || from.endsWith(`.${own}`) || own.endsWith(`.${from}`);
};

/** Besides the usual headers also the one that makes unsubscribing one click, which must be signed (RFC 8058 §4). */
export const signedHeaders =
  "From:Sender:Reply-To:Subject:Date:Message-ID:To:Cc:MIME-Version:Content-Type:Content-Transfer-Encoding:" +
  "In-Reply-To:References:List-Id:List-Unsubscribe:List-Unsubscribe-Post:Auto-Submitted";
