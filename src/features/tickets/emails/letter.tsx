import type { ComponentChildren, VNode } from "preact";
import type { Reading } from "../../../platform/i18n/index.ts";
import {
  MailButton,
  MailEarlier,
  MailFacts,
  MailLayout,
  MailMessage,
  MailQuote,
  MailText,
  type MailDesk,
} from "../../../ui/mail/index.ts";
import type { Limit } from "../../outgoing-mail/index.ts";
import type { Message } from "../rules/sight.ts";
import { customerStatus } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { mailWords } from "../words.mails.ts";

/** A mail about a ticket as it is written, before it has an envelope. */
export interface Letter {
  template: string;
  subject: string;
  body: VNode;
  /** The person whose words it carries. */
  authorName?: string;
  /** False when an agent wrote the words for this recipient. */
  automatic: boolean;
  /** As in `queueMail`: for letters that a program at the other end may answer without end. */
  limits?: readonly Limit[];
  /** As in `queueMail`; never for answers, which other desks in CC would take for list mail. */
  unsubscribeUrl?: string;
}

/** Who reads, and what every letter says around its own words. */
export interface Head {
  reading: Reading;
  desk: MailDesk;
  ticket: Pick<Ticket, "number" | "subject">;
  /** The page of the ticket that this reader may open. */
  href: string;
  reason: string;
  /**
   * False: nobody has proved yet that the address is the person's, so no words that somebody else chose go there,
   * unless an agent decided to write.
   */
  isTrusted: boolean;
  /**
   * False: the reader has no access to the page and can get none, because several people share the address. Then no
   * letter leads there; all that can be done is done by mail.
   */
  canOpen: boolean;
  /** For those in CC: where they leave the conversation. */
  leaveHref?: string | undefined;
}

export type Words = Pick<Message, "authorName" | "at" | "text" | "attachments">;

interface LetterProps {
  head: Head;
  heading: string;
  preview?: string | undefined;
  /** The newest words, on top. */
  message?: Words | undefined;
  /** What was said before, newest first. */
  earlier?: readonly Words[];
  facts?: readonly { label: string; value: string }[];
  button?: { href: string; label: string };
  /** Small print under the button. */
  hint?: string | undefined;
  children?: ComponentChildren;
}

/** The one shape of all mails about tickets: what is new, then one button, then what was before. */
export const TicketLetter = (letter: LetterProps) => {
  const { head, message, earlier = [], facts = [] } = letter;
  const { reading, desk, reason } = head;
  const w = mailWords[reading.locale];
  const button = letter.button ?? (head.canOpen ? { href: head.href, label: w.toRequest } : undefined);
  const hint = letter.hint ?? (button ? undefined : w.answerHint);
  return (
    <MailLayout
      locale={reading.locale}
      desk={desk}
      preview={letter.preview}
      heading={letter.heading}
      reason={reason}
      leave={head.leaveHref && <a href={head.leaveHref}>{w.leave}</a>}
    >
      {message && <MailMessage {...sayable(message, reading)} />}
      {letter.children}
      {facts.length > 0 && <MailFacts facts={facts} />}
      {button && <MailButton href={button.href}>{button.label}</MailButton>}
      {hint !== undefined && <MailText quiet>{hint}</MailText>}
      {earlier.length > 0 && (
        <MailEarlier reading={reading}>
          {earlier.map((words, index) => (
            <MailQuote key={index} {...sayable(words, reading)} />
          ))}
        </MailEarlier>
      )}
    </MailLayout>
  );
};

const sayable = ({ authorName, at, text, attachments }: Words, reading: Reading) => ({
  author: authorName,
  at,
  reading,
  text: text || mailWords[reading.locale].noWords,
  files: attachments.map(({ name }) => name),
});

/** For letters that those in CC can do without. */
export const optionalFor = ({ leaveHref }: Head): Pick<Letter, "unsubscribeUrl"> =>
  leaveHref === undefined ? {} : { unsubscribeUrl: leaveHref };

/** The subject, with the number by which an answer finds back. The first letter's stays for all to the same person. */
export const subjectOf = ({ reading, ticket, isTrusted }: Head): string =>
  isTrusted ? mailWords[reading.locale].subject(ticket) : mailWords[reading.locale].subjectUntold(ticket);

/**
 * Nobody has asked for mail to an address that is not proved: whoever names it for somebody else, e.g. in CC of many
 * requests, must not fill a stranger's mailbox.
 */
const toUnproven: readonly Limit[] = [{ of: "template", most: 20, hours: 1 }];
export const limitFor = ({ isTrusted }: Head): Pick<Letter, "limits"> => (isTrusted ? {} : { limits: toUnproven });

/** What the program writes by itself, to requester and CC. */
export const asNews = (head: Head): Pick<Letter, "subject" | "automatic" | "limits" | "unsubscribeUrl"> => ({
  subject: subjectOf(head),
  automatic: true,
  ...limitFor(head),
  ...optionalFor(head),
});

/** What the ticket's type calls its status for customers, where it has a name of its own. */
export const ownStatusName = ({ reading }: Head, ticket: Pick<Ticket, "type" | "status">): string | undefined =>
  ticket.type.customerStatusNames[customerStatus(ticket)]?.[reading.locale];

/** The first line or so, for the list in a mail program. */
export const previewOf = ({ authorName, text }: Words, { reading }: Head): string =>
  mailWords[reading.locale].answered.preview({
    author: authorName,
    text: text.replaceAll(/\s+/g, " ").slice(0, 120),
  });
