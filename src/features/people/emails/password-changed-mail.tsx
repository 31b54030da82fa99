import { formatDateTime, type Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailLayout, MailText, type MailDesk } from "../../../ui/mail/index.ts";
import { mailWords } from "../words.mails.ts";

export interface PasswordChangedMailProps {
  reading: Reading;
  desk: MailDesk;
  at: Date;
  /** Where a new password is asked for. */
  href: string;
}

export const PasswordChangedMail = ({ reading, desk, at, href }: PasswordChangedMailProps) => {
  const { changed: w, because } = mailWords[reading.locale];
  return (
    <MailLayout locale={reading.locale} desk={desk} heading={w.heading} reason={because.changed({ desk: desk.name })}>
      <MailText>{w.text({ desk: desk.name, at: formatDateTime(at, reading) })}</MailText>
      <MailText>{w.wasYou}</MailText>
      <MailText>{w.wasNotYou}</MailText>
      <MailButton href={href}>{w.button}</MailButton>
    </MailLayout>
  );
};
