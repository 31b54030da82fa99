import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { calendarInput } from "../input.ts";
import { listCalendars } from "../store.ts";
import type { ProposedTime } from "../types.ts";
import { calendarAmong, onlyAdministrators, timeFrom } from "./reading.ts";

export const proposeCalendar = action({
  name: "working-time.propose-calendar",
  description: "Reads what a calendar would be after a change, and changes nothing.",
  input: z.object({ calendarId: id, ...calendarInput }),
  async run(tx, actor, { calendarId, name: _name, ...entered }): Promise<ProposedTime> {
    onlyAdministrators(actor);
    calendarAmong(await listCalendars(tx), calendarId);
    return { calendarId, time: timeFrom(entered) };
  },
});
