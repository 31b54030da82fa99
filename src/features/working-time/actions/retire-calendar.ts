import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { calendarRetired } from "../events.ts";
import { lockCalendars, updateRetired } from "../store.ts";
import { phrase } from "../words.ts";
import { calendarAmong, onlyAdministrators } from "./reading.ts";

export const retireCalendar = action({
  name: "working-time.retire-calendar",
  description: "Takes a calendar out of what is offered; where it is used it goes on counting.",
  input: z.object({ calendarId: id }),
  async run(tx, actor, { calendarId }) {
    onlyAdministrators(actor);
    const calendar = calendarAmong(await lockCalendars(tx), calendarId);
    if (calendar.retiredAt) return;
    if (calendar.isDefault) throw new Conflict(phrase("defaultStays"));
    await updateRetired(tx, calendarId, now());
    await record(tx, actor, calendarRetired(calendarId, calendar.name));
  },
});
