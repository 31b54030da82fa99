import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { calendarRestored } from "../events.ts";
import { lockCalendars, updateRetired } from "../store.ts";
import { calendarAmong, onlyAdministrators } from "./reading.ts";

export const restoreCalendar = action({
  name: "working-time.restore-calendar",
  description: "Offers a retired calendar again.",
  input: z.object({ calendarId: id }),
  async run(tx, actor, { calendarId }) {
    onlyAdministrators(actor);
    const calendar = calendarAmong(await lockCalendars(tx), calendarId);
    if (!calendar.retiredAt) return;
    await updateRetired(tx, calendarId, null);
    await record(tx, actor, calendarRestored(calendarId, calendar.name));
  },
});
