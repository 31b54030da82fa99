import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { clean } from "../../../platform/http/clean.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { filingFailed, incomingTopic } from "../events.ts";
import { ignoredBecause, verdicts } from "../rules/verdict.ts";
import { describeIncoming, lockStored, settleIncoming } from "../store.ts";
import { onlySystem } from "./only-system.ts";

/** Who wrote, and about what: for lists. */
export const described = z.object({
  subject: z.string().transform((text) => clean(text.slice(0, 1_000))),
  from: z.object({
    name: z.string().transform((text) => clean(text.slice(0, 250))),
    address: z.string().transform((text) => clean(text.slice(0, 320).toLowerCase())),
  }),
});

export const ignoreMail = action({
  name: "incoming-mail.ignore",
  description: "Keeps a message without filing it, and says why.",
  input: z.object({ mailId: id, described, verdict: z.enum(verdicts), reason: z.enum(ignoredBecause) }),
  async run(tx, actor, { mailId, described, verdict, reason }) {
    onlySystem(actor);
    if (!(await lockStored(tx, mailId))) return;
    await describeIncoming(tx, mailId, described);
    await settleIncoming(tx, mailId, { state: verdict === "unreadable" ? "failed" : "ignored", verdict, reason });
    await notify(tx, [incomingTopic]);
  },
});

export const failMail = action({
  name: "incoming-mail.fail",
  description: "Writes down that a message could not be filed; it is kept and can be tried again.",
  input: z.object({
    mailId: id,
    described: described.optional(),
    error: z.string().transform((text) => clean(text.slice(0, 2_000))),
  }),
  async run(tx, actor, { mailId, described, error }) {
    onlySystem(actor);
    if (!(await lockStored(tx, mailId))) return;
    if (described) await describeIncoming(tx, mailId, described);
    await settleIncoming(tx, mailId, { state: "failed", verdict: null, reason: null, error });
    await record(tx, actor, filingFailed(mailId, error));
  },
});
