import type { Context } from "../../platform/context.ts";
import type { Effect, StoredEvent } from "../../platform/events.ts";
import { now } from "../../platform/time.ts";
import { getDesk } from "../desk-settings/index.ts";
import { queueMail, type Limit, type NewMail } from "../outgoing-mail/index.ts";
import { findPerson, peopleByIds, type Person } from "../people/index.ts";
import { ApprovalMail } from "./emails/approval-mail.tsx";
import { UndecidedMail, type UndecidedBecause } from "./emails/undecided-mail.tsx";
import { linkPath } from "./links.ts";
import { getApproval } from "./read.ts";
import { stateOf } from "./rules/outcome.ts";
import type { Approval } from "./types.ts";
import { mailWords } from "./words.mails.ts";

/** What the mail needs to stand in the conversation that it belongs to: which, only the feature that asks knows. */
export type Thread = Partial<Pick<NewMail, "replyTo" | "inReplyTo" | "references" | "inThread" | "sender">> & {
  /** Whether an answer to the mail comes back in a way that proves who gives it, so that it may decide. */
  decidesByAnswer: boolean;
};

type ThreadOf = (context: Context, p: { approval: Approval; person: Person }) => Promise<Thread>;

interface Asking {
  context: Context;
  event: StoredEvent;
  approval: Approval;
}

/** For features that ask for approvals of their own kind: mails everybody who is asked the text and a link to decide. */
export const askByMail = (kind: string, threadOf: ThreadOf): Effect => ({
  name: `approvals.ask-by-mail ${kind}`,
  async run(context, event) {
    const approval = await getApproval(context.db, event.subject.id);
    if (approval.about.kind !== kind || stateOf(approval, now()) !== "pending") return;
    const desk = await getDesk(context.db);
    const ids = approval.approvers.map(({ personId }) => personId);
    for (const person of (await peopleByIds(context.db, ids)).values()) {
      const { decidesByAnswer, ...thread } = await threadOf(context, { approval, person });
      const href = hrefOf(context, { approval, person });
      const body = (
        <ApprovalMail reading={person} desk={desk} approval={approval} href={href} {...{ decidesByAnswer }} />
      );
      const { expiresAt } = approval;
      await mail({ context, event, approval }, person, { template: "approvals.asked", body, expiresAt, ...thread });
    }
  },
});

/** Whoever answers again and again, e.g. a program that hides that it is one, is told so often. */
const lessons: readonly Limit[] = [{ of: "template", most: 3, hours: 24 }];

/** The same features: tells whoever has answered by mail that nothing is decided by that, and how it is. */
export const explainByMail = (kind: string, threadOf: ThreadOf): Effect => ({
  name: `approvals.explain-by-mail ${kind}`,
  async run(context, event) {
    const approval = await getApproval(context.db, event.subject.id);
    const person = await findPerson(context.db, Number(event.payload["personId"]));
    if (approval.about.kind !== kind || !person) return;
    const desk = await getDesk(context.db);
    const because = event.payload["because"] as UndecidedBecause;
    const { decidesByAnswer: _, ...thread } = await threadOf(context, { approval, person });
    const href = hrefOf(context, { approval, person });
    const body = <UndecidedMail reading={person} desk={desk} approval={approval} href={href} because={because} />;
    await mail({ context, event, approval }, person, {
      template: "approvals.undecided",
      body,
      limits: lessons,
      ...thread,
    });
  },
});

const hrefOf = (
  { baseUrl, signer }: Context,
  { approval, person }: { approval: { id: number }; person: Person },
): string => `${baseUrl}${linkPath({ signer, approvalId: approval.id, personId: person.id })}`;

const mail = async (
  { context, event, approval }: Asking,
  { id: personId, name, email, locale, deactivatedAt }: Person,
  written: Pick<NewMail, "template" | "body" | "limits" | "expiresAt"> & Omit<Thread, "decidesByAnswer">,
): Promise<void> => {
  if (email === null || deactivatedAt !== null) return;
  await queueMail(context, {
    to: { personId, name, address: email },
    locale,
    subject: mailWords[locale].subject({ title: approval.title }),
    about: approval.about,
    eventId: event.id,
    onceKey: `${written.template} ${event.id} to ${personId}`,
    ...written,
  });
};
