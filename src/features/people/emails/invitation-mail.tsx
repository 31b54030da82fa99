import { formatDateTime, type Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailLayout, MailText, type MailDesk } from "../../../ui/mail/index.ts";
import { mailWords } from "../words.mails.ts";

export interface InvitationMailProps {
  reading: Reading;
  desk: MailDesk;
  /** Its name, as the desk has written it. */
  organisation: string;
  /** Whoever has none yet accepts by choosing a password. */
  hasAccount: boolean;
  href: string;
  until: Date;
}

// The manager's own words are not in it: our mail must not carry them to whatever address he thinks of.
export const InvitationMail = ({ reading, desk, organisation, hasAccount, href, until }: InvitationMailProps) => {
  const { invitation: w, because } = mailWords[reading.locale];
  const facts = { desk: desk.name, organisation };
  return (
    <MailLayout locale={reading.locale} desk={desk} heading={w.heading(facts)} reason={because.invitation(facts)}>
      <MailText>{w.text(facts)}</MailText>
      <MailText>{w.seen(facts)}</MailText>
      <MailButton href={href}>{hasAccount ? w.answer : w.accept}</MailButton>
      <MailText quiet>{w.until({ until: formatDateTime(until, reading) })}</MailText>
    </MailLayout>
  );
};
