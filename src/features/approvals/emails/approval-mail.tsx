import { formatDateTime, type Reading } from "../../../platform/i18n/index.ts";
import { MailButton, MailFacts, MailLayout, MailText, MailWords } from "../../../ui/mail/index.ts";
import type { Approval } from "../types.ts";
import { mailWords } from "../words.mails.ts";
import { pageWords } from "../words.pages.ts";

export interface ApprovalMailProps {
  reading: Reading;
  desk: { name: string };
  approval: Pick<Approval, "title" | "text" | "rule" | "expiresAt" | "askedBy" | "approvers">;
  /** The page on which the reader decides. */
  href: string;
  /** Whether an answer to this mail may decide. */
  decidesByAnswer: boolean;
}

export const ApprovalMail = ({ reading, desk, approval, href, decidesByAnswer }: ApprovalMailProps) => {
  const w = mailWords[reading.locale];
  const { title, text, rule, expiresAt, askedBy, approvers } = approval;
  return (
    <MailLayout
      locale={reading.locale}
      desk={desk}
      heading={w.heading}
      preview={w.preview({ text })}
      reason={w.because}
    >
      <MailFacts facts={[{ label: pageWords[reading.locale].about, value: title }]} />
      <MailText>{w.asks({ name: askedBy.name || desk.name })}</MailText>
      <MailText>
        <MailWords text={text} />
      </MailText>
      <MailButton href={href}>{w.button}</MailButton>
      {decidesByAnswer && <MailText quiet>{w.byAnswer}</MailText>}
      {approvers.length > 1 && <MailText quiet>{rule === "all" ? w.ruleAll : w.ruleAny}</MailText>}
      <MailText quiet>{w.until({ until: formatDateTime(expiresAt, reading) })}</MailText>
      <MailText quiet>{w.personal}</MailText>
    </MailLayout>
  );
};
