import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { words } from "../../../platform/input.ts";
import { changesIn } from "../../../platform/settings.ts";
import { criteriaChanged } from "../events.ts";
import { priorities, type Names } from "../rules/type.ts";
import { lockPriorityCriteria, updatePriorityCriteria } from "../store/priorities.ts";
import { mustAdminister } from "./guards.ts";

const criteria = z.object({ en: words(300), de: words(300) });

export const changeCriteria = action({
  name: "ticket-types.change-criteria",
  description: "Changes when to choose which priority, as it stands beside the choice.",
  input: z.object({ criteria: z.record(z.enum(priorities), criteria) }),
  async run(tx, actor, input) {
    mustAdminister(actor);
    const before = await lockPriorityCriteria(tx);
    const said = ({ en, de }: Names) => ({ criteria: { en, de } });
    for (const priority of priorities) {
      const changes = changesIn(said(before[priority]), said(input.criteria[priority]));
      if (Object.keys(changes).length === 0) continue;
      await updatePriorityCriteria(tx, priority, input.criteria[priority]);
      await record(tx, actor, criteriaChanged(priority, changes));
    }
  },
});
