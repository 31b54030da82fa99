import { formatDateTime, type Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailLayout, MailText, type MailDesk } from "../../../ui/mail/index.ts";
import type { LinkReason } from "../events.ts";
import { mailWords } from "../words.mails.ts";

export interface SetPasswordMailProps {
  reading: Reading;
  desk: MailDesk;
  /** `invitedToDesk`: to work there, not to ask. */
  reason: LinkReason | "invitedToDesk";
  href: string;
  until: Date;
}

export const setPasswordSubject = ({
  reading,
  desk,
  reason,
}: Pick<SetPasswordMailProps, "reading" | "desk" | "reason">) => {
  const { setPassword: w } = mailWords[reading.locale];
  return reason === "invitedToDesk" ? w.subjectToDesk({ desk: desk.name }) : w.subject({ desk: desk.name });
};

// No name is said: whoever registers chooses it, and our mail would carry his words to a stranger's address.
export const SetPasswordMail = ({ reading, desk, reason, href, until }: SetPasswordMailProps) => {
  const { setPassword: w, because } = mailWords[reading.locale];
  const why = w[reason];
  return (
    <MailLayout locale={reading.locale} desk={desk} heading={w.heading} reason={because[reason]({ desk: desk.name })}>
      <MailText>{typeof why === "string" ? why : why({ desk: desk.name })}</MailText>
      <MailButton href={href}>{w.button}</MailButton>
      <MailText quiet>{w.until({ until: formatDateTime(until, reading) })}</MailText>
    </MailLayout>
  );
};
