import { MailText, MailWords } from "../../../ui/mail/index.ts";
import { approvalWords } from "../words-approval.ts";
import { mailWords } from "../words.mails.ts";
import { subjectOf, TicketLetter, type Head, type Letter } from "./letter.tsx";
import { factsOf, type Situation } from "./to-agent.tsx";

export interface DecidedNews {
  situation: Situation;
  author: string;
  isApproved: boolean;
  /** False: others are still to be heard. */
  isFinal: boolean;
  /** The decider's own words; may be empty. */
  reason: string;
}

/** To the desk: what somebody has decided about the proposed solution. */
export const decidedLetter = (head: Head, { situation, author, isApproved, isFinal, reason }: DecidedNews): Letter => {
  const { locale } = head.reading;
  const w = approvalWords[locale].mails;
  const { toTicket, answerHintAgent } = mailWords[locale];
  const said = { author, number: head.ticket.number };
  return {
    template: "tickets.desk-decided",
    subject: subjectOf(head),
    automatic: true,
    authorName: author,
    body: (
      <TicketLetter
        head={head}
        heading={isApproved ? w.approved(said) : w.declined(said)}
        preview={reason || undefined}
        facts={factsOf(head, situation)}
        button={{ href: head.href, label: toTicket }}
        hint={answerHintAgent}
      >
        {reason && (
          <MailText>
            <MailWords text={reason} />
          </MailText>
        )}
        {!isFinal && <MailText>{w.waiting}</MailText>}
      </TicketLetter>
    ),
  };
};
