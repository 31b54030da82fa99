import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { isTimeZone } from "../../desk-settings/index.ts";
import { locale, personName, phone, timeZone } from "../input.ts";
import { lockPerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { saveChanges } from "./save-changes.ts";

export const changeProfile = action({
  name: "people.change-profile",
  description: "Changes one's own name, telephone number, language and time zone.",
  input: z.object({ name: personName, phone, locale, timeZone }),
  async run(tx, actor, input) {
    if (!isSignedIn(actor)) throw new Forbidden();
    if (!isTimeZone(input.timeZone)) throw new Invalid({ timeZone: phrase("notATimeZone") });
    const person = await lockPerson(tx, actor.personId);
    await saveChanges(tx, actor, { person, to: { ...input, phone: input.phone || null } });
  },
});
