import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { deleteSessionsOf } from "../auth/library.ts";
import { personDeactivated } from "../events.ts";
import { changeProblem } from "../rules/policy.ts";
import { endAccessLinks } from "../store/access-links.ts";
import { lockAdministrators, lockPerson, updatePerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { must } from "./guards.ts";

export const deactivatePerson = action({
  name: "people.deactivate",
  description: "Takes a person's access away at once. What the person wrote stays.",
  input: z.object({ personId: id }),
  async run(tx, actor, { personId }) {
    must(actor, "deactivatePerson");
    const administrators = await lockAdministrators(tx);
    const person = await lockPerson(tx, personId);
    if (person.deactivatedAt) return;
    const problem = changeProblem(actor, {
      person: { id: personId, role: person.role, isActive: true },
      to: { role: person.role, isActive: false },
      administrators,
    });
    if (problem) throw new Conflict(phrase(problem));
    await updatePerson(tx, personId, { deactivatedAt: now() });
    await deleteSessionsOf(tx, personId);
    await endAccessLinks(tx, personId);
    await record(tx, actor, personDeactivated(personId));
  },
});
