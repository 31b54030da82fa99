import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { locale } from "../input.ts";
import { lockPerson } from "../store/people.ts";
import { saveChanges } from "./save-changes.ts";

export const changeLanguage = action({
  name: "people.change-language",
  description: "Changes the language in which one reads pages and mails.",
  input: z.object({ locale }),
  async run(tx, actor, input) {
    if (!isSignedIn(actor)) throw new Forbidden();
    await saveChanges(tx, actor, { person: await lockPerson(tx, actor.personId), to: input });
  },
});
