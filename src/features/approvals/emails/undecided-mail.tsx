import type { Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailFacts, MailLayout, MailText } from "../../../ui/mail/index.ts";
import type { DecisionProblem } from "../rules/outcome.ts";
import type { Approval } from "../types.ts";
import { mailWords } from "../words.mails.ts";
import { pageWords } from "../words.pages.ts";

/** `unclear`: the answer does not say whether its writer approves. */
export type UndecidedBecause = DecisionProblem | "unclear";

export interface UndecidedMailProps {
  reading: Reading;
  desk: { name: string };
  approval: Pick<Approval, "title">;
  /** The page on which the reader decides, or sees how it stands. */
  href: string;
  because: UndecidedBecause;
}

/** To whoever has answered the mail that asks, in a way that decides nothing. */
export const UndecidedMail = ({ reading, desk, approval, href, because }: UndecidedMailProps) => {
  const { undecided: w, ...all } = mailWords[reading.locale];
  const isOpen = because === "unclear";
  return (
    <MailLayout locale={reading.locale} desk={desk} heading={w.heading} reason={w.because}>
      <MailFacts facts={[{ label: pageWords[reading.locale].about, value: approval.title }]} />
      <MailText>{isOpen ? w.unclear : w.problems[because]}</MailText>
      {isOpen && <MailText>{w.how}</MailText>}
      <MailButton href={href}>{isOpen ? all.button : w.toPage}</MailButton>
      <MailText quiet>{all.personal}</MailText>
    </MailLayout>
  );
};
