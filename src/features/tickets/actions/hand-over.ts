import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { words } from "../../../platform/input.ts";
import { personBy } from "../person-by.ts";
import type { Changed } from "./changing.ts";
import { changeRequester } from "./change-requester.ts";
import { formVersion, ticketId } from "./inputs.ts";

export const handOver = action({
  name: "tickets.hand-over",
  description: "Makes somebody else the contact, by name or address; somebody new is made by the address.",
  input: z.object({ ticketId, version: formVersion, requester: words(250) }),
  async run(tx, actor, { ticketId, version, requester }): Promise<Changed | undefined> {
    const person = await personBy(tx, actor, requester);
    return changeRequester.run(tx, actor, { ticketId, version, requesterId: person.id });
  },
});
