import { decodeBase64, footerStart, looksLikeBase64 } from "./base64.ts";
import { decodeQuotedPrintable } from "./quoted-printable.ts";
import type { MimePart } from "./tree.ts";
import { takeUuencoded } from "./uuencode.ts";

/** What a part contains, decoded. What is not encoded as it says comes as it stands. */
export const contentOf = ({ body, encoding }: Pick<MimePart, "body" | "encoding">): Buffer => {
  if (isMisencoded({ body, encoding })) return body;
  if (encoding.startsWith("base64")) return decodeBase64(body);
  if (encoding.startsWith("quotedprint")) return decodeQuotedPrintable(body);
  if (/^x?uu/.test(encoding)) return takeUuencoded(body)?.files[0]?.content ?? body;
  return body;
};

/** Whether it says to be base64 and is not. */
export const isMisencoded = ({ body, encoding }: Pick<MimePart, "body" | "encoding">): boolean =>
  encoding.startsWith("base64") && !looksLikeBase64(body.subarray(0, footerStart(body)));

/** Encoded words, and those that somebody has put below them as they are; undefined where there are none. */
export const withFooter = ({ body, encoding }: Pick<MimePart, "body" | "encoding">): Buffer | undefined => {
  if (!encoding.startsWith("base64") || isMisencoded({ body, encoding })) return undefined;
  const at = footerStart(body);
  if (at === body.length) return undefined;
  return Buffer.concat([decodeBase64(body.subarray(0, at)), Buffer.from("\n"), body.subarray(at)]);
};
