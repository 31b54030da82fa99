import { z } from "zod";
import { checkbox, optionalWords, words } from "../../platform/input.ts";

/** A calendar as a form or the API gives it; `readWorkingTime` says what of it cannot be read. */
export const calendarInput = {
  name: words(80),
  timeZone: z.string(),
  region: z.string().default(""),
  week: z.array(optionalWords(200)).length(7),
  specialDays: z
    .array(
      z.object({
        on: optionalWords(20),
        everyYear: checkbox,
        name: optionalWords(80),
        hours: optionalWords(200),
      }),
    )
    .max(200)
    .default([]),
};
