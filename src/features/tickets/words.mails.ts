import type { Locale } from "../../platform/i18n/index.ts";
import { de } from "./words.mails.de.ts";
import { en } from "./words.mails.en.ts";

/** What the mails say, in the recipient's language. */
export const mailWords: Record<Locale, typeof en> = { en, de };
