import { z } from "zod";
import { address, id, optionalWords } from "../../../platform/input.ts";

/** Pieces that the inputs of this feature's actions share. */

export const ticketId = id;

/** The version of the ticket that a form was made from; without it nothing is compared. */
export const formVersion = z.coerce.number().int().positive().optional();

/** How long the mails about a change wait, so that it can be taken back before anybody has heard of it. */
export const holdSeconds = z.number().int().min(0).max(120).optional();

/** Long enough for a pasted log; what a mail has beyond is in its raw form. */
export const longestText = 100_000;
export const longestSubject = 250;
export const mostParticipants = 30;

const storedFile = z.object({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().max(255),
  type: z.string().max(255),
  size: z.number().int().nonnegative(),
  contentId: z.string().max(998).optional(),
});

/** Files that are in the file store already. */
export const attachments = z.array(storedFile).max(100).default([]);

/** The page that words were typed in: its random key, and the draft that it was filled from at that version (0: none). */
export const typingPage = {
  formKey: z.string().max(100).default(""),
  draftId: id.optional(),
  version: z.coerce.number().int().nonnegative().catch(0).default(0),
};

/** Words as they are said: text, and the same in HTML that the caller has sanitised. Nothing at all is refused. */
export const spoken = {
  text: optionalWords(longestText),
  html: z.string().max(1_000_000).optional(),
  /** What a mail repeated of earlier messages, and its signature. */
  quoted: optionalWords(longestText),
  attachments,
  /** The Message-ID by which it arrived, without angle brackets or with them, as long as it is always the same. */
  mailMessageId: z.string().max(998).optional(),
  /** What was typed there ends as a draft once it is said. */
  typedIn: z.object(typingPage).optional(),
};

export const personByAddress = z.object({ name: optionalWords(200), email: address });

/** People in CC: a list, or one text with commas, semicolons or lines between the addresses. */
export const people = z
  .preprocess(
    (value) => (typeof value === "string" ? splitAddresses(value) : value),
    z.array(z.object({ name: optionalWords(200), email: z.string() })),
  )
  // Said of the field as a whole: it is one field to whoever fills it in.
  .transform((given, { addIssue }) =>
    given.flatMap(({ name, email }) => {
      const parsed = address.safeParse(email);
      if (!parsed.success) addIssue({ code: "invalid_format", format: "email", input: email });
      return parsed.success ? [{ name, email: parsed.data }] : [];
    }),
  )
  .default([]);

function splitAddresses(text: string): { name: string; email: string }[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const named = /^"?([^"<]*?)"?\s*<([^>]+)>$/.exec(part);
      return { name: named?.[1] ?? "", email: named?.[2] ?? part };
    });
}

/** One value or several, as a form sends a choice of many. */
export const ids = z.preprocess((value): unknown => (Array.isArray(value) ? value : [value]), z.array(id)).default([]);

/** A tag is one lower-case word or a few; several stand in a list or in one text with commas. */
export const tags = z
  .preprocess((value) => (typeof value === "string" ? value.split(",") : value), z.array(z.string()))
  .transform((all) => [...new Set(all.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ""))])
  .pipe(z.array(z.string().max(60)).max(50));

/** Answers to the type's questions by their keys, as forms send them or as they are stored; null takes one away. */
export const customFields = z.record(
  z.string().max(100),
  z.union([z.string(), z.number(), z.boolean(), z.array(z.string()).max(200), z.null()]),
);
