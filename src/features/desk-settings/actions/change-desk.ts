import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole } from "../../../platform/actor.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { deskChanged } from "../events.ts";
import { deskInput } from "../input.ts";
import { isTimeZone } from "../rules/time-zones.ts";
import { lockDesk, updateDesk } from "../store.ts";
import { phrase } from "../words.ts";

/** Below the floor nothing protects; above the ceiling nobody could remember one. */
const passwordMinimum = z.coerce.number().int();
const floor = 5;
const ceiling = 64;

export const changeDesk = action({
  name: "desk-settings.change",
  description: "Changes the desk's name, language, time zone, address, and how long passwords must be.",
  input: deskInput.extend({ passwordMinimum }),
  async run(tx, actor, input) {
    if (!hasRole(actor, "administrator")) throw new Forbidden();
    if (!isTimeZone(input.timeZone)) throw new Invalid({ timeZone: phrase("notATimeZone") });
    if (input.passwordMinimum < floor || input.passwordMinimum > ceiling)
      throw new Invalid({ passwordMinimum: phrase("notAMinimum", { floor, ceiling }) });
    const before = await lockDesk(tx);
    const changed = (["name", "locale", "timeZone", "mailAddress", "passwordMinimum"] as const).filter(
      (field) => input[field] !== before[field],
    );
    if (changed.length === 0) return;
    await updateDesk(tx, input);
    await record(tx, actor, deskChanged(changed));
  },
});
