import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { targetEnded } from "../events.ts";
import { saidOf } from "../said.ts";
import { endTarget as end, lockTarget } from "../store.ts";
import { onlyAdministrators } from "./reading.ts";

export const endTarget = action({
  name: "service-levels.end",
  description: "Promises it no longer. Past deadlines keep it; open ones fall to the next promise that fits.",
  input: z.object({ targetId: id }),
  async run(tx, actor, { targetId }) {
    onlyAdministrators(actor);
    const { id: targetId_, since: _since, until: _until, ...facts } = await lockTarget(tx, targetId);
    await end(tx, targetId_);
    await record(tx, actor, targetEnded(targetId_, (await saidOf(tx, facts)).name));
  },
});
