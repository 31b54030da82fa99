import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { calendarMadeDefault } from "../events.ts";
import { lockCalendars, updateDefault } from "../store.ts";
import { phrase } from "../words.ts";
import { calendarAmong, onlyAdministrators } from "./reading.ts";

export const makeDefault = action({
  name: "working-time.make-default",
  description: "Makes a calendar the one for everything that names no other.",
  input: z.object({ calendarId: id }),
  async run(tx, actor, { calendarId }) {
    onlyAdministrators(actor);
    const calendars = await lockCalendars(tx);
    const calendar = calendarAmong(calendars, calendarId);
    if (calendar.isDefault) return;
    if (calendar.retiredAt) throw new Conflict(phrase("retiredNotDefault"));
    await updateDefault(tx, calendarId);
    await record(
      tx,
      actor,
      calendarMadeDefault(calendarId, { name: calendar.name, before: calendars.find(({ isDefault }) => isDefault) }),
    );
  },
});
