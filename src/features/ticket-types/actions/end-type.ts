import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { ended } from "../events.ts";
import { ticketTypeId } from "../input.ts";
import { retireTicketType } from "../store/type-rows.ts";
import { lockTicketTypes } from "../store/types.ts";
import { mustAdminister, mustTakeMail, partOf } from "./guards.ts";

export const endType = action({
  name: "ticket-types.end",
  description: "Retires a type, so that no new tickets get it, or brings it back. Its tickets go on as they are.",
  input: z.object({ ticketTypeId, to: z.enum(["retire", "restore"]) }),
  async run(tx, actor, { ticketTypeId, to }) {
    mustAdminister(actor);
    const types = await lockTicketTypes(tx);
    const type = partOf(types, ticketTypeId);
    const isRetired = to === "retire";
    if (type.isRetired === isRetired) return;
    mustTakeMail(types.map((each) => (each === type ? { ...each, isRetired } : each)));
    await retireTicketType(tx, type.id, isRetired);
    await record(tx, actor, ended("", { typeId: type.id, name: type.names }, isRetired));
  },
});
