import { formatDate } from "../../../platform/i18n/index.ts";
import { MailText } from "../../../ui/mail/index.ts";
import type { Ticket } from "../rules/ticket.ts";
import { mailWords } from "../words.mails.ts";
import type { Head } from "./letter.tsx";

export type Resolved = Pick<
  Ticket,
  "type" | "status" | "confirmedAt" | "confirmationWaivedAt" | "ratedAt" | "feedbackWaivedAt" | "closesAt"
>;

/** Below whatever says that it is solved: what the customer is asked for, and on which day it closes by itself. */
export const ResolvedHints = ({ head, ticket }: { head: Head; ticket: Resolved }) => {
  if (ticket.status !== "resolved") return null;
  const w = mailWords[head.reading.locale];
  const { needsConfirmation, needsFeedback, hasRating } = ticket.type;
  const confirmed = ticket.confirmedAt ?? ticket.confirmationWaivedAt;
  const rated = ticket.ratedAt ?? ticket.feedbackWaivedAt;
  return (
    <>
      {head.canOpen && needsConfirmation && !confirmed && <MailText>{w.confirmHint}</MailText>}
      {head.canOpen && hasRating && !rated && <MailText>{needsFeedback ? w.feedbackHint : w.rateHint}</MailText>}
      {ticket.closesAt && <MailText>{w.closesAt({ date: formatDate(ticket.closesAt, head.reading) })}</MailText>}
    </>
  );
};
