import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { words } from "../../../platform/input.ts";
import { stageChanged } from "../events.ts";
import { currentStage } from "../rules/procedure.ts";
import { move } from "../rules/status.ts";
import { phrase } from "../words.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";

export const advanceStage = action({
  name: "tickets.advance",
  description: "Moves the ticket to another stage of its type's procedure, onwards or back.",
  input: z.object({ ticketId, version: formVersion, stage: words(100) }),
  async run(tx, actor, { ticketId, version, stage: key }): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "advance", { ticketId, version, fields: ["stage"] });
    const status = move(ticket, "advance");
    const stage = ticket.type.stages.find((each) => each.key === key && !each.isRetired);
    if (!stage) throw new Invalid({ stage: phrase("noSuchStage") });
    if (stage.key === currentStage(ticket)?.key) return undefined;
    const { changed } = await commit(tx, actor, ticket, { event: stageChanged(), patch: { stage: key, status } });
    return changed;
  },
});
