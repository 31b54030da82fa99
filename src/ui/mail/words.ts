import type { Locale } from "../../platform/i18n/index.ts";

const en = {
  sentBy: (desk: string) => `Sent by ${desk}.`,
  earlier: "Earlier",
  attachments: "Attachments",
};

const de: typeof en = {
  sentBy: (desk) => `Gesendet von ${desk}.`,
  earlier: "Zuvor",
  attachments: "Anhänge",
};

/** Words of the mail blocks. The recipient's language comes as a prop: no request is there to know it. */
export const words: Record<Locale, typeof en> = { en, de };
