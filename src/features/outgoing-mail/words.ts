import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

export const words = { en, de };

export const phrase = phrasesOf("outgoing-mail", {
  en: { resent: en.resent, notResendable: en.notResendable, cleared: en.dead.cleared },
  de: { resent: de.resent, notResendable: de.notResendable, cleared: de.dead.cleared },
});
