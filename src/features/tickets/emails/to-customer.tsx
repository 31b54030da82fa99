import { MailText } from "../../../ui/mail/index.ts";
import type { Limit } from "../../outgoing-mail/index.ts";
import type { Status } from "../rules/ticket.ts";
import { mailWords } from "../words.mails.ts";
import {
  asNews,
  optionalFor,
  ownStatusName,
  previewOf,
  subjectOf,
  TicketLetter,
  type Head,
  type Letter,
  type Words,
} from "./letter.tsx";
import { ResolvedHints, type Resolved } from "./resolved-hints.tsx";

/** A program that opens a request with each confirmation it gets is answered so often, and then no more. */
const confirmations: readonly Limit[] = [
  { of: "template", most: 20, hours: 1 },
  { of: "template", most: 40, hours: 24 },
];

interface Received {
  /** For the first request of somebody without an account. */
  passwordHref?: string | undefined;
  /** The agent who opened it for the requester, with the words he wrote to him. */
  openedBy?: { agent: string; message?: Words } | undefined;
}

/** To the requester: it has arrived. */
export const receivedLetter = (head: Head, { passwordHref, openedBy }: Received): Letter => {
  const { received: w, facts, answerHint } = mailWords[head.reading.locale];
  const { number, subject } = head.ticket;
  return {
    template: "tickets.received",
    subject: subjectOf(head),
    automatic: true,
    limits: confirmations,
    body: (
      <TicketLetter
        head={head}
        heading={openedBy ? w.openedForYou({ agent: openedBy.agent, number }) : w.heading({ number })}
        message={openedBy?.message}
        facts={head.isTrusted ? [{ label: facts.subject, value: subject }] : []}
        {...(passwordHref !== undefined && { button: { href: passwordHref, label: w.passwordButton } })}
        hint={openedBy?.message ? answerHint : head.isTrusted || openedBy ? w.addMore : w.notYou}
      >
        {!openedBy?.message && <MailText>{w.text}</MailText>}
        {passwordHref !== undefined && <MailText>{w.passwordText}</MailText>}
        {!head.canOpen && <MailText>{w.sharedAddress}</MailText>}
      </TicketLetter>
    ),
  };
};

interface Answered {
  message: Words;
  earlier: readonly Words[];
  /** Where the answer left the ticket, if it moved it. */
  movedTo?: Status | undefined;
  result?: string | undefined;
  ticket: Resolved;
}

/** To requester and CC: the desk has answered. An agent decided to write, so it carries words to every address. */
export const answeredLetter = (head: Head, { message, earlier, movedTo, result, ticket }: Answered): Letter => {
  const { answered: w, facts, answerHint } = mailWords[head.reading.locale];
  const status = movedTo && ownStatusName(head, { type: ticket.type, status: movedTo });
  const moved = movedTo === "waiting" || movedTo === "resolved" || movedTo === "closed" ? w[movedTo] : undefined;
  return {
    template: "tickets.answered",
    subject: subjectOf({ ...head, isTrusted: true }),
    authorName: message.authorName,
    automatic: false,
    body: (
      <TicketLetter
        head={head}
        heading={w.heading({ author: message.authorName })}
        preview={previewOf(message, head)}
        message={message}
        earlier={head.isTrusted ? earlier : []}
        facts={[
          ...(status === undefined ? [] : [{ label: facts.status, value: status }]),
          ...(result ? [{ label: facts.result, value: result }] : []),
        ]}
        hint={answerHint}
      >
        {moved !== undefined && <MailText>{moved}</MailText>}
        {movedTo === "resolved" && <ResolvedHints head={head} ticket={ticket} />}
      </TicketLetter>
    ),
  };
};

/** To the other customers in the ticket: one of them has written. Only to addresses that are proved. */
export const copyLetter = (head: Head, { message, earlier }: Pick<Answered, "message" | "earlier">): Letter => {
  const { copy: w, answerHint } = mailWords[head.reading.locale];
  return {
    template: "tickets.copy",
    subject: subjectOf(head),
    authorName: message.authorName,
    automatic: true,
    ...optionalFor(head),
    body: (
      <TicketLetter
        head={head}
        heading={w.heading({ author: message.authorName })}
        preview={previewOf(message, head)}
        message={message}
        earlier={earlier}
        hint={answerHint}
      />
    ),
  };
};

export type StatusEvent = keyof (typeof mailWords)["en"]["status"];
export const isStatusEvent = (name: string): name is StatusEvent => name in mailWords.en.status;

interface StatusNews {
  event: StatusEvent;
  /** The desk did it, so that reason and result are its words; a customer's own go to proved addresses only. */
  isByDesk: boolean;
  reason?: string | undefined;
  result?: string | undefined;
  /** Why a ticket closed by itself: `silence`, or because it was `resolved` for long enough. */
  because?: string | undefined;
  ticket: Resolved;
}

/** To requester and CC: the ticket was moved without an answer. */
export const statusLetter = (head: Head, { event, isByDesk, reason, result, because, ticket }: StatusNews): Letter => {
  const mayTell = head.isTrusted || isByDesk;
  const w = mailWords[head.reading.locale];
  const { heading, text } = w.status[event];
  const status = ownStatusName(head, ticket);
  // That work goes on says more than what this is called.
  const isNamed = status !== undefined && event !== "ticket.reopened";
  const { reopenDays } = ticket.type;
  const isClosed = event === "ticket.closed" || ticket.status === "closed";
  return {
    template: "tickets.status",
    ...asNews(head),
    body: (
      <TicketLetter
        head={head}
        heading={isNamed ? w.named({ number: head.ticket.number, status }) : heading(head.ticket)}
        hint={w.answerHint}
        facts={[
          ...(status === undefined || isNamed ? [] : [{ label: w.facts.status, value: status }]),
          ...(mayTell && result ? [{ label: w.facts.result, value: result }] : []),
        ]}
      >
        {mayTell && reason && <MailText>{reason}</MailText>}
        {text && <MailText>{text}</MailText>}
        {because !== undefined && <MailText>{because === "silence" ? w.closedBySilence : w.closedAsResolved}</MailText>}
        {isClosed && <MailText>{closedHint(head, reopenDays)}</MailText>}
        <ResolvedHints head={head} ticket={ticket} />
      </TicketLetter>
    ),
  };
};

const closedHint = ({ reading, canOpen }: Head, days: number): string => {
  const w = mailWords[reading.locale];
  if (days > 0) return w.reopenHint({ days });
  return canOpen ? w.followUpHint : w.followUpByMail;
};

/** To requester and CC: facts that matter to them are different now. */
export const changedLetter = (
  head: Head,
  changed: readonly { label: string; from: string | null; to: string }[],
): Letter => {
  const { changed: w } = mailWords[head.reading.locale];
  const facts = changed.map(({ label, from, to }) => ({ label, value: from === null ? to : w.from({ from, to }) }));
  return {
    template: "tickets.changed",
    ...asNews(head),
    body: <TicketLetter head={head} heading={w.heading(head.ticket)} facts={facts} />,
  };
};

/** To somebody who takes part from now on: in CC, or as the contact. */
export const joinedLetter = (
  head: Head,
  { as, by, message }: { as: "participant" | "requester"; by: string; message?: Words | undefined },
): Letter => {
  const { joined: w, facts, answerHint } = mailWords[head.reading.locale];
  const { number, subject } = head.ticket;
  const inCopy = head.isTrusted ? w.heading({ by, number }) : w.headingUntold({ number });
  return {
    template: "tickets.joined",
    ...asNews(head),
    body: (
      <TicketLetter
        head={head}
        heading={as === "requester" ? w.contact({ number }) : inCopy}
        message={head.isTrusted ? message : undefined}
        facts={head.isTrusted ? [{ label: facts.subject, value: subject }] : []}
        hint={answerHint}
      >
        <MailText>{as === "requester" ? w.contactText : w.text}</MailText>
      </TicketLetter>
    ),
  };
};
