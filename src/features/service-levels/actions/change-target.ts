import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn } from "../../../platform/settings.ts";
import { targetChanged } from "../events.ts";
import { targetInput } from "../input.ts";
import { saidOf } from "../said.ts";
import { lockTarget, replaceTarget, type TargetFacts } from "../store.ts";
import { factsFrom, onlyAdministrators } from "./reading.ts";

export const changeTarget = action({
  name: "service-levels.change",
  description:
    "Promises something else from now on. The promise gets another id; the old one is kept for past deadlines.",
  input: z.object({ targetId: id, ...targetInput }),
  async run(tx, actor, { targetId, ...entered }) {
    onlyAdministrators(actor);
    const { id: before, since: _since, until: _until, ...old } = await lockTarget(tx, targetId);
    const facts = await factsFrom(tx, entered, { before: old });
    if (isSame(old, facts)) return { targetId };
    const newId = await replaceTarget(tx, before, facts);
    const { name, settings } = await saidOf(tx, facts);
    const changes = changesIn((await saidOf(tx, old)).settings, settings);
    await record(tx, actor, targetChanged(newId, { replaces: before, name, changes }));
    return { targetId: newId };
  },
});

const isSame = (one: TargetFacts, other: TargetFacts): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

const inOrder = ({ packageId, typeId, priority, minutes, calendarId, warnBefore }: TargetFacts) => [
  packageId,
  typeId,
  priority,
  minutes.first_response,
  minutes.next_response,
  minutes.resolution,
  calendarId,
  warnBefore,
];
