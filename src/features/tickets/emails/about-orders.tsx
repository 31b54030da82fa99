import { MailFacts, MailText } from "../../../ui/mail/index.ts";
import type { Order } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";
import { mailWords } from "../words.mails.ts";
import { togetherWords } from "../words-together.ts";
import { asNews, ownStatusName, TicketLetter, type Head, type Letter } from "./letter.tsx";
import { ResolvedHints, type Resolved } from "./resolved-hints.tsx";

type Named = Pick<Ticket, "number" | "subject">;

/**
 * What customers hear of technical support: the order's number, its state and its version. A version and its reason are
 * the desk's own words, so they go to every address.
 */
const orderFacts = (head: Head, { number, state, plannedVersion }: Order) => {
  const w = togetherWords[head.reading.locale];
  return [
    { label: w.mails.order.order, value: `#${number}` },
    { label: w.mails.order.state, value: w.orders.states[state] },
    ...(plannedVersion === null ? [] : [{ label: w.mails.order.version, value: plannedVersion }]),
  ];
};

/** To requester and CC: technical support looks at it. */
export const escalatedLetter = (head: Head, order: Order): Letter => {
  const w = togetherWords[head.reading.locale].mails.order;
  return {
    template: "tickets.escalated",
    ...asNews(head),
    body: (
      <TicketLetter head={head} heading={w.escalated(head.ticket)} facts={orderFacts(head, order)}>
        <MailText>{w.escalatedText}</MailText>
      </TicketLetter>
    ),
  };
};

/** The other tickets of the same reader that the letter is about as well, with the one whose conversation it is first. */
const AllOfThem = ({ head, others }: { head: Head; others: readonly Named[] }) => {
  if (others.length === 0) return null;
  const w = togetherWords[head.reading.locale].mails.order;
  const all = [head.ticket, ...others];
  return (
    <>
      {head.isTrusted ? (
        <MailFacts facts={all.map(({ number, subject }) => ({ label: `#${number}`, value: subject }))} />
      ) : (
        <MailText>{all.map(({ number }) => `#${number}`).join(", ")}</MailText>
      )}
      <MailText quiet>{w.answerGoesTo(head.ticket)}</MailText>
    </>
  );
};

interface Plan {
  /** Without it the version is the ticket's own. */
  order?: Order | undefined;
  others?: readonly Named[];
  from: string | undefined;
  to: string | undefined;
  reason: string | undefined;
}

/** To requester and CC: in which version it will be, and why in another one than was said. */
export const plannedLetter = (head: Head, { order, others = [], from, to, reason }: Plan): Letter => {
  const w = togetherWords[head.reading.locale].mails.order;
  const { changed } = mailWords[head.reading.locale];
  const version = to ?? w.none;
  return {
    template: "tickets.planned",
    ...asNews(head),
    body: (
      <TicketLetter
        head={head}
        heading={plannedHeading(head, { isNew: from === undefined, count: others.length + 1 })}
        facts={[
          ...(order ? orderFacts(head, { ...order, plannedVersion: null }) : []),
          { label: w.version, value: from === undefined ? version : changed.from({ from, to: version }) },
        ]}
      >
        {reason !== undefined && <MailText>{reason}</MailText>}
        <AllOfThem head={head} others={others} />
      </TicketLetter>
    ),
  };
};

const plannedHeading = ({ reading, ticket }: Head, { isNew, count }: { isNew: boolean; count: number }): string => {
  const w = togetherWords[reading.locale].mails.order;
  if (count > 1) return isNew ? w.plannedSeveral({ count }) : w.replannedSeveral({ count });
  return isNew ? w.planned(ticket) : w.replanned(ticket);
};

interface Done {
  ticket: Resolved;
  others: readonly Named[];
  number: number;
  version: string | undefined;
  result: string | undefined;
}

/** To requester and CC: technical support is done, and in which version. */
export const orderDoneLetter = (head: Head, { ticket, others, number, version, result }: Done): Letter => {
  const w = togetherWords[head.reading.locale].mails.order;
  const { facts, answerHint } = mailWords[head.reading.locale];
  return {
    template: "tickets.order-done",
    ...asNews(head),
    body: (
      <TicketLetter
        head={head}
        heading={doneHeading(head, { ticket, count: others.length + 1 })}
        hint={answerHint}
        facts={[
          { label: w.order, value: `#${number}` },
          ...(version === undefined ? [] : [{ label: w.doneVersion, value: version }]),
          ...(result === undefined ? [] : [{ label: facts.result, value: result }]),
        ]}
      >
        <MailText>{w.doneText}</MailText>
        <AllOfThem head={head} others={others} />
        <ResolvedHints head={head} ticket={ticket} />
      </TicketLetter>
    ),
  };
};

const doneHeading = (head: Head, { ticket, count }: { ticket: Done["ticket"]; count: number }): string => {
  const { locale } = head.reading;
  const w = togetherWords[locale].mails.order;
  if (count > 1) return w.doneSeveral({ count });
  const status = ownStatusName(head, ticket);
  return status === undefined ? w.done(head.ticket) : mailWords[locale].named({ number: head.ticket.number, status });
};
