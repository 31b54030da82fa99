import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { calendarAdded } from "../events.ts";
import { calendarInput } from "../input.ts";
import { insertCalendar } from "../store.ts";
import { onlyAdministrators, timeFrom } from "./reading.ts";

export const addCalendar = action({
  name: "working-time.add-calendar",
  description: "Adds a calendar: time zone, hours of the week, public holidays and special days.",
  input: z.object(calendarInput),
  async run(tx, actor, { name, ...entered }) {
    onlyAdministrators(actor);
    const calendarId = await insertCalendar(tx, { name, time: timeFrom(entered) });
    await record(tx, actor, calendarAdded(calendarId, name));
    return { calendarId };
  },
});
