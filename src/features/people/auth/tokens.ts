import { createHash, randomBytes } from "node:crypto";

/** A secret for a link or a cookie: 256 random bits, 43 characters of base64url. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** What is stored of it. A plain hash is enough, because nobody can guess 256 bits. */
export const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");
