import type { Context } from "../../platform/context.ts";
import type { Effect } from "../../platform/events.ts";
import { now } from "../../platform/time.ts";
import { getDesk } from "../desk-settings/index.ts";
import { queueMail, type NewMail } from "../outgoing-mail/index.ts";
import { peopleByIds, type Person } from "../people/index.ts";
import { ApprovalMail } from "./emails/approval-mail.tsx";
import { linkPath } from "./links.ts";
import { getApproval } from "./read.ts";
import { stateOf } from "./rules/outcome.ts";
import type { Approval } from "./types.ts";
import { mailWords } from "./words.mails.ts";

/** What the mail needs to stand in the conversation that it belongs to: which, only the feature that asks knows. */
export type Thread = Partial<Pick<NewMail, "replyTo" | "inReplyTo" | "references" | "inThread">>;

/** For features that ask for approvals of their own kind: mails everybody who is asked the text and a link to decide. */
export const askByMail = (
  kind: string,
  threadOf: (context: Context, p: { approval: Approval; person: Person }) => Promise<Thread>,
): Effect => ({
  name: `approvals.ask-by-mail ${kind}`,
  async run(context, event) {
    const approval = await getApproval(context.db, event.subject.id);
    if (approval.about.kind !== kind || stateOf(approval, now()) !== "pending") return;
    const desk = await getDesk(context.db);
    const ids = approval.approvers.map(({ personId }) => personId);
    for (const person of (await peopleByIds(context.db, ids)).values()) {
      const { id: personId, name, email, locale, timeZone, deactivatedAt } = person;
      if (email === null || deactivatedAt !== null) continue;
      const href = `${context.baseUrl}${linkPath({ signer: context.signer, approvalId: approval.id, personId })}`;
      await queueMail(context, {
        template: "approvals.asked",
        to: { personId, name, address: email },
        locale,
        subject: mailWords[locale].subject({ title: approval.title }),
        body: <ApprovalMail reading={{ locale, timeZone }} desk={desk} approval={approval} href={href} />,
        about: approval.about,
        eventId: event.id,
        onceKey: `approvals.asked ${event.id} to ${personId}`,
        expiresAt: approval.expiresAt,
        ...(await threadOf(context, { approval, person })),
      });
    }
  },
});
