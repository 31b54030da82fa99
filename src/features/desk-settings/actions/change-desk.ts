import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole } from "../../../platform/actor.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { changesIn, isEmpty, type Settings } from "../../../platform/settings.ts";
import { deskChanged } from "../events.ts";
import { deskInput } from "../input.ts";
import { readColour } from "../rules/colour.ts";
import { isTimeZone } from "../rules/time-zones.ts";
import { lockDesk, updateDesk } from "../store.ts";
import { phrase } from "../words.ts";

/** Below the floor nothing protects; above the ceiling nobody could remember one. */
const passwordMinimum = z.coerce.number().int();
const floor = 5;
const ceiling = 64;

const lines = (text: string): string => text.replaceAll("\r\n", "\n").trim();

const fields = ["name", "locale", "timeZone", "mailAddress", "passwordMinimum", "colour", "mailFooter"] as const;
const saidOf = (desk: Readonly<Record<(typeof fields)[number], string | number>>): Settings =>
  Object.fromEntries(fields.map((field) => [field, desk[field]]));

export const changeDesk = action({
  name: "desk-settings.change",
  description: "Changes the desk's name, language, time zone, address, look, and how long passwords must be.",
  /** What is left out stays as it is. */
  input: deskInput.extend({
    passwordMinimum,
    colour: z.string().max(20).optional(),
    mailFooter: z.string().max(1_000).transform(lines).optional(),
  }),
  async run(tx, actor, input) {
    if (!hasRole(actor, "administrator")) throw new Forbidden();
    if (!isTimeZone(input.timeZone)) throw new Invalid({ timeZone: phrase("notATimeZone") });
    if (input.passwordMinimum < floor || input.passwordMinimum > ceiling)
      throw new Invalid({ passwordMinimum: phrase("notAMinimum", { floor, ceiling }) });
    const before = await lockDesk(tx);
    const colour = input.colour === undefined ? before.colour : readColour(input.colour);
    if (colour === undefined) throw new Invalid({ colour: phrase("notAColour") });
    const wanted = { ...input, colour, mailFooter: input.mailFooter ?? before.mailFooter };
    const changes = changesIn(saidOf(before), saidOf(wanted));
    if (isEmpty(changes)) return;
    await updateDesk(tx, wanted);
    await record(tx, actor, deskChanged(changes));
  },
});
