import { z } from "zod";
import { id, optionalWords, words } from "../../platform/input.ts";
import { creators, fieldKinds, productQuestions, statuses, typeKinds } from "./rules/type.ts";

/** Pieces that the inputs of this feature's actions share. Words come in both languages: `nameEn`, `nameDe`. */

const longestName = 120;
const longestHint = 500;

export const names = { nameEn: words(longestName), nameDe: words(longestName) };
const hint = z
  .string()
  .transform((text) => text.replaceAll("\r\n", "\n").trim())
  .pipe(z.string().max(longestHint));
export const hints = { hintEn: hint, hintDe: hint };
export const moves = z.enum(["up", "down"]);
export const ticketTypeId = id;

/** Days from 1 on, or empty for "never". */
const daysOrNever = z.preprocess(
  (value) => (value === "" ? null : value),
  z.coerce.number().int().min(1).max(3_650).nullable(),
);

/** What all types have. */
export const typeFacts = {
  ...names,
  ...hints,
  creators: z.enum(creators),
  teamId: z.preprocess((value) => (value === "" ? null : value), id.nullable()),
  hasPriority: z.boolean(),
  hasRating: z.boolean(),
  onlyAssigneesWrite: z.boolean(),
  takesSeatRequests: z.boolean(),
  asksProduct: z.enum(productQuestions),
  needsApproval: z.boolean(),
  needsSolution: z.boolean(),
  needsConfirmation: z.boolean(),
  needsFeedback: z.boolean(),
};

export const closingFacts = {
  reopenDays: z.coerce.number().int().min(0).max(3_650),
  remindAfterDays: daysOrNever,
  closeAfterDays: z.coerce.number().int().min(1).max(3_650),
  closeResolvedAfterDays: daysOrNever,
};

export const typeKind = z.enum(typeKinds);
export const kindInput = z.object({ ticketTypeId, kind: typeKind });
export type KindInput = z.output<typeof kindInput>;

/** A name in both languages, or none: half a name would leave one half of the readers with the usual one. */
const ownName = z.object({ en: optionalWords(40), de: optionalWords(40) });

export const statusesInput = z.object({
  ticketTypeId,
  statuses: z.array(z.enum(statuses)),
  statusNames: z.partialRecord(z.enum(statuses), ownName).default({}),
  customerStatusNames: z.partialRecord(z.enum(statuses), ownName).default({}),
  toldStatuses: z.array(z.enum(["assigned", "in_progress"])).default([]),
  /** Tickets in a status that is taken out go to the nearest one that stays; without it, they keep it in. */
  movesTickets: z.boolean().default(false),
});
export type StatusesInput = z.output<typeof statusesInput>;

const option = z.object({
  key: z.string().max(60).default(""),
  en: optionalWords(longestName),
  de: optionalWords(longestName),
});

export const fieldFacts = {
  ...names,
  hintEn: optionalWords(longestHint),
  hintDe: optionalWords(longestHint),
  isRequired: z.boolean().default(false),
  audience: z.enum(["customers", "agents"]).default("customers"),
  /** In their order. One without words is not offered, and one that was offered and is missing is retired. */
  options: z.array(option).max(100).default([]),
  /** The answers after which alone it is asked, all of them to one question; none: always. */
  condition: z
    .array(z.object({ field: z.string().max(60), answer: z.string().max(60) }))
    .max(100)
    .default([]),
};

export const fieldKind = z.enum(fieldKinds);

export const stageFacts = { ...names, steps: z.array(option).max(50).default([]) };
