import { formatDate } from "../../../platform/i18n/index.ts";
import { MailText } from "../../../ui/mail/index.ts";
import type { Ticket } from "../rules/ticket.ts";
import { mailWords } from "../words.mails.ts";
import { asNews, limitFor, subjectOf, TicketLetter, type Head, type Letter, type Words } from "./letter.tsx";
import { ResolvedHints, type Resolved } from "./resolved-hints.tsx";

interface Reminder {
  closesAt: Date;
  type: Pick<Ticket["type"], "reopenDays">;
  /** We consider it solved; otherwise we wait for an answer. */
  isResolved: boolean;
  /** What we said last. */
  question: Words | undefined;
}

/** To requester and CC: we still wait for an answer, or for an objection, and on this day the request closes. */
export const reminderLetter = (head: Head, { closesAt, type, isResolved, question }: Reminder): Letter => {
  const { reminder: w, answerHint } = mailWords[head.reading.locale];
  const { reopenDays } = type;
  return {
    template: "tickets.reminded",
    ...asNews(head),
    body: (
      <TicketLetter
        head={head}
        heading={isResolved ? w.resolved(head.ticket) : w.heading(head.ticket)}
        earlier={head.isTrusted && question ? [question] : []}
        hint={answerHint}
      >
        <MailText>{(isResolved ? w.resolvedText : w.text)({ date: formatDate(closesAt, head.reading) })}</MailText>
        {reopenDays > 0 && <MailText>{w.later({ days: reopenDays })}</MailText>}
      </TicketLetter>
    ),
  };
};

interface Asked {
  ticket: Resolved;
  /** What we said last. */
  question: Words | undefined;
}

/** To requester and CC of what silence does not close: we wait for an answer, or for their word on the solution. */
export const askedAgainLetter = (head: Head, { ticket, question }: Asked): Letter => {
  const { reminder: w, answerHint } = mailWords[head.reading.locale];
  const isResolved = ticket.status === "resolved";
  return {
    template: "tickets.asked-again",
    ...asNews(head),
    body: (
      <TicketLetter
        head={head}
        heading={isResolved ? w.verdict(head.ticket) : w.heading(head.ticket)}
        earlier={head.isTrusted && question ? [question] : []}
        hint={answerHint}
      >
        <MailText>{isResolved ? w.verdictText : w.ask}</MailText>
        <ResolvedHints head={head} ticket={ticket} />
      </TicketLetter>
    ),
  };
};

/** To whoever let the desk into his environment: the matter is over, so the access should end. */
export const accessReminderLetter = (
  head: Head,
  { environments, isSolved }: { environments: readonly string[]; isSolved: boolean },
): Letter => {
  const { accessReminder: w } = mailWords[head.reading.locale];
  return {
    template: "tickets.access-reminder",
    subject: subjectOf(head),
    automatic: true,
    ...limitFor(head),
    body: (
      <TicketLetter head={head} heading={(isSolved ? w.heading : w.cancelled)(head.ticket)}>
        <MailText>{w.text({ environments: environments.join(", ") })}</MailText>
      </TicketLetter>
    ),
  };
};
