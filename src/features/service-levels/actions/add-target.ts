import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { firstSettings } from "../../../platform/settings.ts";
import { targetAdded } from "../events.ts";
import { targetInput } from "../input.ts";
import { saidOf } from "../said.ts";
import { insertTarget } from "../store.ts";
import { factsFrom, onlyAdministrators } from "./reading.ts";

export const addTarget = action({
  name: "service-levels.add",
  description: "Promises answers and solutions within some working time, for tickets of a package, type and priority.",
  input: z.object(targetInput),
  async run(tx, actor, entered) {
    onlyAdministrators(actor);
    const facts = await factsFrom(tx, entered);
    const targetId = await insertTarget(tx, facts);
    const { name, settings } = await saidOf(tx, facts);
    await record(tx, actor, targetAdded(targetId, name, firstSettings(settings)));
    return { targetId };
  },
});
