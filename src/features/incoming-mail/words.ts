import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

export const words = { en, de };

const saidOf = ({ retried, notRetriable, proposalTaken, proposalLeft, proposalGone }: typeof en) => ({
  ...{ retried, notRetriable },
  ...{ proposalTaken, proposalLeft, proposalGone },
});

export const phrase = phrasesOf("incoming-mail", { en: saidOf(en), de: saidOf(de) });
