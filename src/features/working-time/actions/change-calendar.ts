import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { calendarChanged } from "../events.ts";
import { calendarInput } from "../input.ts";
import { changedParts } from "../rules/entered.ts";
import { saidOf } from "../said.ts";
import { insertVersion, lockCalendars, renameCalendar } from "../store.ts";
import { calendarAmong, onlyAdministrators, timeFrom } from "./reading.ts";

export const changeCalendar = action({
  name: "working-time.change-calendar",
  description: "Changes a calendar from now on; time that has passed keeps counting as it did.",
  input: z.object({ calendarId: id, ...calendarInput }),
  async run(tx, actor, { calendarId, name, ...entered }) {
    onlyAdministrators(actor);
    const before = calendarAmong(await lockCalendars(tx), calendarId);
    const time = timeFrom(entered);
    const parts = changedParts(before.time, time);
    const changes = changesIn(saidOf(before.name, before.time), saidOf(name, time));
    if (isEmpty(changes) && parts.length === 0) return;
    if (name !== before.name) await renameCalendar(tx, calendarId, name);
    if (parts.length > 0) await insertVersion(tx, calendarId, time);
    await record(tx, actor, calendarChanged(calendarId, name, changes));
  },
});
