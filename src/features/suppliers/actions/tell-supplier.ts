import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { newMessageId } from "../../outgoing-mail/index.ts";
import { insertMessage, lockPassing } from "../store-passings.ts";

export const tellSupplier = action({
  name: "suppliers.tell",
  description: "Keeps what a supplier is to hear of an event at our ticket, once for each event.",
  input: z.object({
    passingId: id,
    kind: z.enum(["sent-on", "told"]),
    eventId: id,
    authorName: z.string(),
    text: z.string(),
    attachments: z.array(z.object({ name: z.string(), type: z.string(), file: z.string() })).default([]),
  }),
  async run(tx, actor, message): Promise<void> {
    if (actor.kind !== "system") throw new Forbidden();
    const { endedAt } = await lockPassing(tx, message.passingId);
    if (endedAt === null) await insertMessage(tx, { ...message, mailMessageId: newMessageId(await getDesk(tx)) });
  },
});
