import type { Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailLayout, MailText, type MailDesk } from "../../../ui/mail/index.ts";
import { mailWords } from "../words.mails.ts";

export interface AlreadyRegisteredMailProps {
  reading: Reading;
  desk: MailDesk;
  signInHref: string;
  forgottenHref: string;
}

/** Somebody registers with an address that has an account: there is nothing to choose, only to remember. */
export const AlreadyRegisteredMail = ({ reading, desk, signInHref, forgottenHref }: AlreadyRegisteredMailProps) => {
  const { alreadyRegistered: w, because } = mailWords[reading.locale];
  return (
    <MailLayout
      locale={reading.locale}
      desk={desk}
      heading={w.heading}
      reason={because.registered({ desk: desk.name })}
    >
      <MailText>{w.text({ desk: desk.name })}</MailText>
      <MailButton href={signInHref}>{w.button}</MailButton>
      <MailText quiet>
        {w.forgotten} <a href={forgottenHref}>{forgottenHref}</a>
      </MailText>
    </MailLayout>
  );
};
