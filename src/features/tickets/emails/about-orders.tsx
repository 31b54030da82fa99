import { MailText } from "../../../ui/mail/index.ts";
import type { Order } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";
import { mailWords } from "../words.mails.ts";
import { togetherWords } from "../words-together.ts";
import { subjectOf, TicketLetter, type Head, type Letter } from "./letter.tsx";
import { limitFor } from "./to-customer.tsx";

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
    subject: subjectOf(head),
    automatic: true,
    ...limitFor(head),
    body: (
      <TicketLetter head={head} heading={w.escalated(head.ticket)} facts={orderFacts(head, order)}>
        <MailText>{w.escalatedText}</MailText>
      </TicketLetter>
    ),
  };
};

interface Plan {
  /** Without it the version is the ticket's own. */
  order?: Order;
  from: string | undefined;
  to: string | undefined;
  reason: string | undefined;
}

/** To requester and CC: in which version it will be, and why in another one than was said. */
export const plannedLetter = (head: Head, { order, from, to, reason }: Plan): Letter => {
  const w = togetherWords[head.reading.locale].mails.order;
  const { changed } = mailWords[head.reading.locale];
  const version = to ?? w.none;
  return {
    template: "tickets.planned",
    subject: subjectOf(head),
    automatic: true,
    ...limitFor(head),
    body: (
      <TicketLetter
        head={head}
        heading={from === undefined ? w.planned(head.ticket) : w.replanned(head.ticket)}
        facts={[
          ...(order ? orderFacts(head, { ...order, plannedVersion: null }) : []),
          { label: w.version, value: from === undefined ? version : changed.from({ from, to: version }) },
        ]}
      >
        {reason !== undefined && <MailText>{reason}</MailText>}
      </TicketLetter>
    ),
  };
};

interface Done {
  ticket: Pick<Ticket, "type">;
  number: number;
  version: string | undefined;
  result: string | undefined;
}

/** To requester and CC: technical support is done, and in which version. */
export const orderDoneLetter = (head: Head, { ticket, number, version, result }: Done): Letter => {
  const w = togetherWords[head.reading.locale].mails.order;
  const { facts, answerHint, rateHint } = mailWords[head.reading.locale];
  return {
    template: "tickets.order-done",
    subject: subjectOf(head),
    automatic: true,
    ...limitFor(head),
    body: (
      <TicketLetter
        head={head}
        heading={w.done(head.ticket)}
        hint={answerHint}
        facts={[
          { label: w.order, value: `#${number}` },
          ...(version === undefined ? [] : [{ label: w.doneVersion, value: version }]),
          ...(result === undefined ? [] : [{ label: facts.result, value: result }]),
        ]}
      >
        <MailText>{w.doneText}</MailText>
        {ticket.type.hasRating && head.canOpen && <MailText>{rateHint}</MailText>}
      </TicketLetter>
    ),
  };
};
