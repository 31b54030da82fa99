import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole } from "../../../platform/actor.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { checkbox, id } from "../../../platform/input.ts";
import { filingRetried } from "../events.ts";
import { fileLater } from "../file-later.ts";
import { getIncoming, reopenIncoming } from "../store.ts";
import { phrase } from "../words.ts";

export const retryMail = action({
  name: "incoming-mail.retry",
  description:
    "Looks at a message again that was ignored or could not be filed; with `anyway` it becomes a ticket in any case.",
  input: z.object({ mailId: id, anyway: checkbox }),
  async run(tx, actor, { mailId, anyway }) {
    if (!hasRole(actor, "administrator")) throw new Forbidden();
    await getIncoming(tx, mailId);
    if (!(await reopenIncoming(tx, mailId, { anyway }))) throw new Conflict(phrase("notRetriable"));
    await fileLater(tx, mailId);
    await record(tx, actor, filingRetried(mailId, { anyway }));
  },
});
