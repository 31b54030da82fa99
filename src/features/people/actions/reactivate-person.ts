import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { personReactivated } from "../events.ts";
import { lockPerson, updatePerson } from "../store/people.ts";
import { must } from "./guards.ts";
import { takeSeats } from "./joining.ts";

export const reactivatePerson = action({
  name: "people.reactivate",
  description: "Gives a deactivated person access again, with the password of before.",
  input: z.object({ personId: id }),
  async run(tx, actor, { personId }) {
    must(actor, "reactivatePerson");
    const person = await lockPerson(tx, personId);
    if (!person.deactivatedAt) return;
    if (person.hasAccount) await takeSeats(tx, person);
    await updatePerson(tx, personId, { deactivatedAt: null });
    await record(tx, actor, personReactivated(personId));
  },
});
