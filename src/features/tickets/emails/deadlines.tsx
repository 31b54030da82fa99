import { formatDateTime } from "../../../platform/i18n/index.ts";
import { MailFacts } from "../../../ui/mail/index.ts";
import type { ClockKind } from "../../service-levels/index.ts";
import { mailWords } from "../words.mails.ts";
import { deadlineWords } from "../words-deadlines.ts";
import { subjectOf, TicketLetter, type Head, type Letter, type Words } from "./letter.tsx";
import { factsOf, type Situation } from "./to-agent.tsx";

interface Deadline {
  situation: Situation;
  kind: ClockKind;
  dueAt: Date;
  isMissed: boolean;
  earlier: readonly Words[];
}

/** To those whose ticket it is: something promised has to be done soon, or should have been done. */
export const deadlineLetter = (head: Head, { situation, kind, dueAt, isMissed, earlier }: Deadline): Letter => {
  const { locale } = head.reading;
  const { mail: w, kinds } = deadlineWords[locale];
  const heading = (isMissed ? w.missed : w.near)({ kind: kinds[kind], number: head.ticket.number });
  return {
    template: isMissed ? "tickets.deadline-missed" : "tickets.deadline-near",
    subject: subjectOf(head),
    automatic: true,
    body: (
      <TicketLetter
        head={head}
        heading={heading}
        preview={heading}
        earlier={earlier}
        button={{ href: head.href, label: mailWords[locale].toTicket }}
        hint={mailWords[locale].answerHintAgent}
      >
        <MailFacts facts={[{ label: w.at, value: formatDateTime(dueAt, head.reading) }, ...factsOf(head, situation)]} />
      </TicketLetter>
    ),
  };
};
