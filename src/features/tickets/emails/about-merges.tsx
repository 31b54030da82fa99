import { MailText } from "../../../ui/mail/index.ts";
import { togetherWords } from "../words-together.ts";
import { limitFor, subjectOf, TicketLetter, type Head, type Letter } from "./letter.tsx";

/** To requester and CC of the one that closes: where it goes on, if they may read that, else that it is closed. */
export const mergedLetter = (head: Head, into: { number: number; href: string } | undefined): Letter => {
  const w = togetherWords[head.reading.locale].mails.merged;
  const { number } = head.ticket;
  return {
    template: "tickets.merged",
    subject: subjectOf(head),
    automatic: true,
    ...limitFor(head),
    body: (
      <TicketLetter
        head={head}
        heading={into ? w.heading({ number, into: into.number }) : w.apartHeading({ number })}
        {...(into && head.canOpen && { button: { href: into.href, label: w.button({ into: into.number }) } })}
      >
        <MailText>{into ? w.text : w.apart}</MailText>
      </TicketLetter>
    ),
  };
};
