import { z } from "zod";
import { readableAddress } from "./address.ts";
import { platformPhrase } from "./errors.ts";
import type { Phrase } from "./i18n/phrases.ts";

/** Pieces that input schemas share. Their refusals are said by `phraseOfIssue`. */

/** A required line or text of at most `most` characters, trimmed; line ends as \n. */
export const words = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1).max(most));

/** The same, but may be empty or missing. */
export const optionalWords = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most));

/** An e-mail address, lower-cased. The longest that SMTP carries has 254 characters (RFC 5321 §4.5.3.1). */
export const address = z
  .string()
  .transform((text) => readableAddress(text.trim().toLowerCase()))
  .pipe(
    z
      .string()
      .min(1)
      .pipe(z.email({ pattern: z.regexes.unicodeEmail }).max(254)),
  );

/** A row's id, from a form (text) or from code (number). */
export const id = z.coerce.number().int().positive();

/** What a checkbox sends, or does not send. */
export const checkbox = z
  .union([z.boolean(), z.literal("on"), z.literal("")])
  .optional()
  .transform((value) => value === true || value === "on");

const isOfId = ({ minimum, inclusive, input }: z.core.$ZodIssueTooSmall): boolean =>
  minimum === 0 && inclusive === false && input === 0;

/** Says in the platform's words what a schema found wrong. */
export const phraseOfIssue = (issue: z.core.$ZodIssue): Phrase => {
  switch (issue.code) {
    case "too_small":
      // Nothing was chosen: an empty value is read as 0, and no id is.
      if (issue.origin !== "string") return platformPhrase(isOfId(issue) ? "notAChoice" : "notANumber");
      return Number(issue.minimum) <= 1
        ? platformPhrase("required")
        : platformPhrase("tooShort", { least: Number(issue.minimum) });
    case "too_big":
      return issue.origin === "string"
        ? platformPhrase("tooLong", { most: Number(issue.maximum) })
        : platformPhrase("notANumber");
    case "invalid_format":
      return issue.format === "email" ? platformPhrase("notAnAddress") : platformPhrase("unreadable");
    case "invalid_value":
      return platformPhrase("notAChoice");
    case "invalid_type":
      if (issue.input === undefined || issue.input === "") return platformPhrase("required");
      return issue.expected === "number" || issue.expected === "int"
        ? platformPhrase("notANumber")
        : platformPhrase("required");
    default:
      return platformPhrase("unreadable");
  }
};
