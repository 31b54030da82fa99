import type { Priority, TicketType } from "../rules/ticket.ts";
import { MailText } from "../../../ui/mail/index.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import type { BackBecause } from "../events-together.ts";
import { togetherWords } from "../words-together.ts";
import { mailWords } from "../words.mails.ts";
import { words } from "../words.ts";
import { previewOf, subjectOf, TicketLetter, type Head, type Letter, type Words } from "./letter.tsx";

/** What an agent wants to know before he opens the ticket. */
export interface Situation {
  requester: string;
  organisation: string | undefined;
  type: TicketType;
  priority: Priority | null;
}

export const factsOf = (
  { reading: { locale }, ticket }: Head,
  { requester, organisation, type, priority }: Situation,
) => {
  const { facts } = mailWords[locale];
  return [
    { label: facts.subject, value: ticket.subject },
    { label: facts.requester, value: organisation ? `${requester} (${organisation})` : requester },
    { label: facts.type, value: type.names[locale] },
    ...(priority ? [{ label: facts.priority, value: words[locale].priorities[priority] }] : []),
  ];
};

interface News {
  situation: Situation;
  message?: Words | undefined;
  earlier?: readonly Words[];
}

const deskLetter = (
  head: Head,
  {
    template,
    heading,
    message,
    earlier = [],
    situation,
    hint,
    note,
    list = [],
  }: News & { template: string; heading: string; hint?: string; note?: string | undefined; list?: readonly string[] },
): Letter => {
  const w = mailWords[head.reading.locale];
  return {
    template,
    subject: subjectOf(head),
    automatic: true,
    ...(message && { authorName: message.authorName }),
    body: (
      <TicketLetter
        head={head}
        heading={heading}
        preview={message && previewOf(message, head)}
        message={message}
        earlier={earlier}
        facts={factsOf(head, situation)}
        button={{ href: head.href, label: w.toTicket }}
        hint={hint ?? w.answerHintAgent}
      >
        {note && <MailText>{note}</MailText>}
        {list.map((line) => (
          <MailText key={line}>– {line}</MailText>
        ))}
      </TicketLetter>
    ),
  };
};

/** Where only those who are assigned write, a new ticket is an offer: whoever accepts it does it. */
export const openedLetter = (head: Head, news: News): Letter => {
  const { opened, offered } = mailWords[head.reading.locale].desk;
  const heading = (news.situation.type.onlyAssigneesWrite ? offered : opened)(head.ticket);
  return deskLetter(head, { ...news, template: "tickets.desk-opened", heading });
};

export const customerAnsweredLetter = (head: Head, news: News & { author: string }): Letter => {
  const heading = mailWords[head.reading.locale].desk.answered({ author: news.author, ...head.ticket });
  return deskLetter(head, { ...news, template: "tickets.desk-answered", heading });
};

export const customerReopenedLetter = (head: Head, news: News & { author: string }): Letter => {
  const heading = mailWords[head.reading.locale].desk.reopened({ author: news.author, ...head.ticket });
  return deskLetter(head, { ...news, template: "tickets.desk-reopened", heading });
};

export const assignedLetter = (head: Head, news: News & { by: string }): Letter => {
  const heading = mailWords[head.reading.locale].desk.assigned({ by: news.by, ...head.ticket });
  return deskLetter(head, { ...news, template: "tickets.desk-assigned", heading });
};

/** A customer says that the solution works. */
export const confirmedLetter = (head: Head, news: News & { author: string }): Letter => {
  const heading = mailWords[head.reading.locale].desk.confirmed({ author: news.author, ...head.ticket });
  return deskLetter(head, { ...news, template: "tickets.desk-confirmed", heading });
};

/** The ticket stays quiet and would close, but for what its type demands. */
export const stalledLetter = (head: Head, { lacks, ...news }: News & { lacks: readonly Phrase[] }): Letter => {
  const w = mailWords[head.reading.locale].desk;
  const list = lacks.map((lack) => lack.say(head.reading.locale));
  const heading = w.stalled(head.ticket);
  return deskLetter(head, { ...news, template: "tickets.desk-stalled", heading, note: w.stalledText, list });
};

/** A customer lets the desk into one of his environments. */
export const accessLetter = (head: Head, news: News & { author: string; environment: string }): Letter => {
  const { author, environment } = news;
  const heading = mailWords[head.reading.locale].desk.access({ author, environment, ...head.ticket });
  return deskLetter(head, { ...news, template: "tickets.desk-access", heading });
};

/** An internal note that calls somebody. What answers the mail is a note as well, which the hint says. */
export const mentionedLetter = (head: Head, news: News & { by: string }): Letter => {
  const { desk, answerHintNote: hint } = mailWords[head.reading.locale];
  const heading = desk.mentioned({ by: news.by, ...head.ticket });
  return deskLetter(head, { ...news, template: "tickets.desk-mentioned", heading, hint });
};

/** To the team that takes over, with the reason. */
export const passedOnLetter = (head: Head, news: News & { by: string; team: string; reason: string }): Letter => {
  const { by, team, reason } = news;
  const heading = togetherWords[head.reading.locale].mails.desk.passedOn({ by, team, number: head.ticket.number });
  return deskLetter(head, { ...news, template: "tickets.desk-passed-on", heading, note: reason });
};

interface Back {
  order: number;
  because: BackBecause;
  /** Why it could not be resolved by itself. */
  refused: Phrase | undefined;
}

/** The order that a ticket waited for is over, and somebody has to go on. */
export const backLetter = (head: Head, { order, because, refused, ...news }: News & Back): Letter => {
  const w = togetherWords[head.reading.locale].mails.desk;
  const heading = w.back({ number: head.ticket.number, order, why: w.why[because] });
  const note = refused && w.unresolvable({ reason: refused.say(head.reading.locale) });
  return deskLetter(head, { ...news, template: "tickets.desk-back", heading, note });
};
