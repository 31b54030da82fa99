import { formatDateTime, type Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailLayout, MailText, type MailDesk } from "../../../ui/mail/index.ts";
import { mailWords } from "../words.mails.ts";

export interface SignInMailProps {
  reading: Reading;
  desk: MailDesk;
  href: string;
  until: Date;
}

export const SignInMail = ({ reading, desk, href, until }: SignInMailProps) => {
  const { signIn: w, because } = mailWords[reading.locale];
  return (
    <MailLayout locale={reading.locale} desk={desk} heading={w.heading} reason={because.signIn({ desk: desk.name })}>
      <MailText>{w.text}</MailText>
      <MailButton href={href}>{w.button}</MailButton>
      <MailText quiet>{w.until({ until: formatDateTime(until, reading) })}</MailText>
    </MailLayout>
  );
};
