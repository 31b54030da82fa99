import type { Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailLayout, MailMessage, MailText } from "../../../ui/mail/index.ts";
import { mailWords } from "../words.mails.ts";

export interface AnsweredMailProps {
  reading: Reading;
  desk: { name: string };
  supplier: string;
  message: { authorName: string; text: string; at: Date };
  href: string;
}

/** To whoever works on the ticket: the supplier has written. */
export const AnsweredMail = ({ reading, desk, supplier, message, href }: AnsweredMailProps) => {
  const w = mailWords[reading.locale].toColleague;
  return (
    <MailLayout locale={reading.locale} desk={desk} heading={w.heading({ supplier })} reason={w.reason}>
      <MailMessage author={message.authorName || supplier} at={message.at} text={message.text} reading={reading} />
      <MailButton href={href}>{w.toTicket}</MailButton>
      <MailText quiet>{w.internal}</MailText>
    </MailLayout>
  );
};
