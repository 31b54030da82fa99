import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { moved } from "../events.ts";
import { moves, ticketTypeId } from "../input.ts";
import { movedIn } from "../rules/types-settings.ts";
import { orderTicketTypes } from "../store/type-rows.ts";
import { lockTicketTypes } from "../store/types.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const moveType = action({
  name: "ticket-types.move",
  description: "Moves a type up or down in the list that people choose from.",
  input: z.object({ ticketTypeId, to: moves }),
  async run(tx, actor, { ticketTypeId, to }) {
    mustAdminister(actor);
    const types = await lockTicketTypes(tx);
    const type = partOf(types, ticketTypeId);
    await orderTicketTypes(
      tx,
      movedIn(
        types.map(({ id }) => id),
        { id: type.id, to },
      ),
    );
    await record(tx, actor, moved("", { typeId: type.id, name: type.names }, to));
  },
});
