import { z } from "zod";
import { locales } from "../../platform/i18n/index.ts";
import { checkbox, id, optionalWords, words } from "../../platform/input.ts";
import { assigneeRules } from "./rules/assignees.ts";
import { teamLevels } from "./rules/roles.ts";

export const personName = words(120);
export const locale = z.enum(locales);
/** Checked by the action, which can say what would be right. */
export const timeZone = words(80);
export const phone = optionalWords(40);

/** Not trimmed: a blank may be part of a password. The policy is the action's; this only keeps floods out. */
export const password = z.string().min(1).max(1000);
export const token = z.string().min(1).max(200);
export const device = z.object({ ip: z.string().max(100), userAgent: z.string() });

export const organisationInput = z.object({
  name: words(160),
  customerNumber: optionalWords(40),
  /** One a line. */
  domains: optionalWords(2000),
  notes: optionalWords(5000),
  /** The care package; nothing booked without it. */
  packageId: id.optional(),
});

export const packageInput = {
  nameEn: words(60),
  nameDe: words(60),
  /** As many as there are without it. */
  seats: z.coerce.number().int().min(1).max(100_000).optional(),
  hasTelephoneSupport: checkbox,
};

export const teamInput = {
  name: words(80),
  level: z.enum(teamLevels),
  memberIds: z.array(id).max(500).default([]),
  calendarId: id.optional(),
  assigneeRule: z.enum(assigneeRules).default("nobody"),
  /** For the rule `person`. */
  assigneeId: id.optional(),
};
