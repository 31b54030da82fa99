import { z } from "zod";
import { address, words } from "../../platform/input.ts";
import { locales } from "../../platform/i18n/index.ts";

export const deskInput = z.object({
  name: words(80),
  locale: z.enum(locales),
  /** Checked by the action, which can say what would be right. */
  timeZone: words(80),
  mailAddress: address,
});
