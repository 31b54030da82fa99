import { action } from "../../../platform/act.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { deskCreated } from "../events.ts";
import { deskInput } from "../input.ts";
import { isTimeZone } from "../rules/time-zones.ts";
import { insertDesk } from "../store.ts";
import { phrase } from "../words.ts";

export const createDesk = action({
  name: "desk-settings.create",
  description: "Sets the desk up, once.",
  input: deskInput,
  async run(tx, actor, input) {
    if (actor.kind !== "system") throw new Forbidden();
    if (!isTimeZone(input.timeZone)) throw new Invalid({ timeZone: phrase("notATimeZone") });
    if (!(await insertDesk(tx, input))) throw new Conflict(phrase("deskExists"));
    await record(tx, actor, deskCreated(input.name));
  },
});
