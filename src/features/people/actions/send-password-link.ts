import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { mayHaveAccess } from "../access.ts";
import { passwordLinkAsked } from "../events.ts";
import { getPerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { must } from "./guards.ts";
import { invitePerson } from "./invite-person.ts";

export const sendPasswordLink = action({
  name: "people.send-password-link",
  description: "Has a link mailed to a person by which he sets a password.",
  input: z.object({ personId: id }),
  async run(tx, actor, { personId }) {
    must(actor, "sendPasswordLink");
    const person = await getPerson(tx, personId);
    if (person.deactivatedAt) throw new Conflict(phrase("isDeactivated"));
    if (!mayHaveAccess(person)) throw new Conflict(phrase(person.email ? "roleAddress" : "noAddress"));
    if (person.hasAccount) await record(tx, actor, passwordLinkAsked(personId, "renewed"));
    else await invitePerson(tx, actor, person);
  },
});
