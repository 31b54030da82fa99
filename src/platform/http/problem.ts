import { isDatabaseAway } from "../db/away.ts";
import { Conflict, Forbidden, Invalid, NotFound, NotReady, platformPhrase, TooMany } from "../errors.ts";
import { formatBytes, type Locale } from "../i18n/index.ts";
import type { Problem } from "./surface.ts";
import { BodyTooLarge } from "./uploads.ts";

/** The largest body that no form sent, in bytes. */
export const bodyLimit = 2_000_000;
/** The largest form without files, in bytes. */
export const formLimit = 10_000_000;

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

const refusals = [
  { type: NotFound, status: 404 },
  { type: Forbidden, status: 403 },
  { type: Conflict, status: 409 },
  { type: Invalid, status: 422 },
  { type: TooMany, status: 429 },
] as const;

/** What a page or an API answers to anything that was thrown. `isDefect`: nobody meant to throw it, log it whole. */
export const problemOf = (error: unknown, locale: Locale): Problem & { isDefect: boolean } => {
  if (error instanceof NotReady) return { status: 503, title: error.title, phrase: error.phrase, isDefect: false };
  const refusal = refusals.find(({ type }) => error instanceof type);
  if (refusal && error instanceof refusal.type)
    return { status: refusal.status, phrase: error.phrase, isDefect: false };
  if (isDatabaseAway(error)) return { status: 503, phrase: platformPhrase("busy"), isDefect: true };
  const code = codeOf(error);
  if (
    error instanceof BodyTooLarge ||
    code === "FST_ERR_CTP_BODY_TOO_LARGE" ||
    code.startsWith("FST_REQ_FILE") ||
    code.endsWith("_LIMIT")
  )
    return {
      status: 413,
      phrase: platformPhrase("tooLarge", { most: formatBytes(formLimit, locale) }),
      isDefect: false,
    };
  if (code === "FST_ERR_BAD_URL") return { status: 404, phrase: platformPhrase("notFound"), isDefect: false };
  if (isBrokenBody(error)) return { status: 400, phrase: platformPhrase("unreadable"), isDefect: false };
  if (code.startsWith("FST_ERR_CTP") || code === "FST_ERR_VALIDATION" || code === "FST_INVALID_MULTIPART_CONTENT_TYPE")
    return { status: 400, phrase: platformPhrase("unreadable"), isDefect: false };
  return { status: 500, phrase: platformPhrase("broken"), isDefect: true };
};

/** The multipart reader names none of its complaints by a code. */
const isBrokenBody = (error: unknown): boolean =>
  error instanceof Error &&
  /^(Unexpected end of (form|multipart data)|Malformed part header|Multipart: )/.test(error.message);
