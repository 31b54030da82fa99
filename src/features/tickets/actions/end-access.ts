import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { accessEnded } from "../events.ts";
import { move } from "../rules/status.ts";
import { endAccess as endAccessRow, listAccesses } from "../store/accesses.ts";
import { listReadMerged } from "../store/timeline.ts";
import { begin, commit, speakerOf, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const endAccess = action({
  name: "tickets.end-access",
  description: "Records that the desk's access to a customer's environment was taken back.",
  input: z.object({ ticketId, accessId: id }),
  async run(tx, actor, { ticketId, accessId }): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "endAccess", { ticketId });
    const status = move(ticket, "endAccess");
    const merged = await listReadMerged(tx, actor, ticket);
    const access = (await listAccesses(tx, [ticketId, ...merged.map(({ id }) => id)])).find(
      ({ id }) => id === accessId,
    );
    if (!access) throw new NotFound();
    const { authorId: endedBy } = speakerOf(actor);
    if (!(await endAccessRow(tx, { accessId, endedBy }))) return undefined;
    const { changed } = await commit(tx, actor, ticket, {
      event: accessEnded({ accessId, environment: access.environment }),
      patch: { status },
    });
    return changed;
  },
});
