import { formatDateTime, type Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailLayout, MailText, type MailDesk } from "../../../ui/mail/index.ts";
import { mailWords } from "../words.mails.ts";

export interface BlockedMailProps {
  reading: Reading;
  desk: MailDesk;
  at: Date;
  minutes: number;
  /** Where a sign-in link is asked for. */
  href: string;
}

export const BlockedMail = ({ reading, desk, at, minutes, href }: BlockedMailProps) => {
  const { blocked: w, because } = mailWords[reading.locale];
  return (
    <MailLayout locale={reading.locale} desk={desk} heading={w.heading} reason={because.blocked({ desk: desk.name })}>
      <MailText>{w.text({ at: formatDateTime(at, reading), minutes })}</MailText>
      <MailText>{w.wasYou}</MailText>
      <MailText>{w.wasNotYou}</MailText>
      <MailButton href={href}>{w.button}</MailButton>
    </MailLayout>
  );
};
