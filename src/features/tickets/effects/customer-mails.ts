import type { Effect, StoredEvent } from "../../../platform/events.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import { passwordLink } from "../../people/index.ts";
import {
  answeredLetter,
  changedLetter,
  copyLetter,
  isStatusEvent,
  joinedLetter,
  receivedLetter,
  statusLetter,
  type StatusEvent,
} from "../emails/to-customer.tsx";
import { customersOf, doerOf, mailEach, occasionOf, saidBefore, type Occasion } from "../mailing.ts";
import type { Changes, Field, FieldValue } from "../rules/changes.ts";
import { customerTimeline, type Message, type TimelineEntry } from "../rules/sight.ts";
import { listDevelopmentStatuses, type DevelopmentStatus } from "../../ticket-types/index.ts";
import type { Priority, Status } from "../rules/ticket.ts";
import { entryOf, findMoveWithReply } from "../store/timeline.ts";
import { isFirstTicketOf } from "../store/tickets.ts";
import { words } from "../words.ts";

/** To the requester: it has arrived; to somebody unknown with the one link to set a password. */
const confirm: Effect = {
  name: "tickets.mail-received",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { ticket, message } = occasion;
    const [requester] = (await customersOf(occasion)).filter(({ as }) => as === "requester");
    // An agent who opens a ticket of his own sees that it is there.
    if (!requester || (event.actor.kind === "agent" && event.actor.id === requester.person.id)) return;
    const isFirst = !requester.person.hasAccount && (await isFirstTicketOf(context.db, ticket));
    const passwordHref = isFirst ? await passwordLink(context, requester.person.id) : undefined;
    const isForOther = event.actor.kind === "agent" && event.actor.id !== requester.person.id;
    await mailEach(
      occasion,
      [requester],
      (head) => {
        const isOurs = message?.side === "agent" || head.isTrusted;
        const openedBy = { agent: event.actor.name, ...(isOurs && message && { message }) };
        return receivedLetter(head, { passwordHref, openedBy: isForOther ? openedBy : undefined });
      },
      { evenToActor: true },
    );
  },
};

/** To people in CC from the beginning; those of a mail have got that mail. */
const welcome: Effect = {
  name: "tickets.mail-joined-at-opening",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    if (occasion.ticket.channel === "mail") return;
    const others = (await customersOf(occasion)).filter(({ as }) => as === "participant");
    await mailEach(occasion, others, (head) =>
      joinedLetter(head, { as: "participant", by: doerOf(occasion), message: occasion.message }),
    );
  },
};

/** The desk's answer to everybody in the ticket, as soon as it can no longer be taken back. */
const sendReply: Effect = {
  name: "tickets.mail-answer",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { message, ticket } = occasion;
    if (message?.takenBackAt !== null) return;
    const move = await findMoveWithReply(context.db, { ticketId: ticket.id, replyEventId: event.id });
    const answered = {
      ticket,
      message,
      earlier: saidBefore(occasion),
      movedTo: move?.changes.status?.to as Status | undefined,
      result: move?.name === "ticket.resolved" ? textOf(move.payload["result"]) : undefined,
    };
    const attachments = smallFiles(message);
    await mailEach(occasion, await customersOf(occasion), (head) => answeredLetter(head, answered), { attachments });
  },
};

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** Many servers take mails of 10 MB and no more; Base64 makes 7 MB about that. */
const mostAttached = 7_000_000;

/** The files if they fit into a mail together; else they are on the request's page. */
export const smallFiles = ({
  attachments,
}: Message): Pick<Message["attachments"][number], "name" | "type" | "file">[] =>
  attachments.reduce((sum, { size }) => sum + size, 0) > mostAttached
    ? []
    : attachments.map(({ name, type, file }) => ({ name, type, file }));

/** What one customer writes to the others in the ticket; nothing to addresses that are not proved. */
const sendCopies: Effect = {
  name: "tickets.mail-copies",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { message } = occasion;
    if (!message) return;
    const earlier = saidBefore(occasion);
    await mailEach(occasion, await customersOf(occasion), (head) =>
      head.isTrusted ? copyLetter(head, { message, earlier }) : undefined,
    );
  },
};

/** The event as customers see it on the page, which is all that a mail may tell them. */
const seenByCustomers = ({ ticket, event }: Occasion): TimelineEntry | undefined =>
  customerTimeline(ticket, [entryOf(event, undefined)])[0];

/** As what a move is told that goes with another change; `reopened` says that we work on it. */
const movedTo: Partial<Record<Status, StatusEvent>> = {
  open: "ticket.reopened",
  assigned: "ticket.reopened",
  in_progress: "ticket.reopened",
  waiting: "ticket.asked",
  on_hold: "ticket.held",
  resolved: "ticket.resolved",
  closed: "ticket.closed",
  cancelled: "ticket.cancelled",
};

/** What is closed by whatever was still missing is closed, too; and another type may not know the status. */
const statusEventOf = ({ name, payload }: StoredEvent): StatusEvent | undefined => {
  if (isStatusEvent(name)) return name;
  const { status, type } = (payload["changes"] ?? {}) as Changes;
  if (type && status) return movedTo[status.to as Status];
  return status?.to === "closed" ? "ticket.closed" : undefined;
};

/** The ticket was moved without an answer that says so, and still is where it was moved to. */
const tellStatus: Effect = {
  name: "tickets.mail-status",
  async run(context, event) {
    const name = statusEventOf(event);
    if (name === undefined || event.payload["replyEventId"] !== undefined) return;
    // The letter about the order says it.
    if (event.payload["orderNumber"] !== undefined) return;
    const occasion = await occasionOf(context, event);
    const { ticket } = occasion;
    const seen = seenByCustomers(occasion);
    if (ticket.status !== seen?.changes.status?.to) return;
    const { reason, result, because } = seen.payload;
    const isByDesk = event.actor.kind !== "customer";
    const news = {
      event: name,
      ticket,
      isByDesk,
      reason: textOf(reason),
      result: textOf(result),
      because: textOf(because),
    };
    await mailEach(occasion, await customersOf(occasion), (head) => statusLetter(head, news));
  },
};

/** Facts that customers wait for. Of the development, only the steps that say so are told by mail. */
const toldFields: readonly Field[] = ["priority", "developmentStatusId", "plannedVersion"];

const tellChanges: Effect = {
  name: "tickets.mail-changes",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const changes = seenByCustomers(occasion)?.changes ?? {};
    const steps = await listDevelopmentStatuses(context.db);
    const told = toldFields.flatMap((field) => {
      const change = changes[field];
      if (
        field === "developmentStatusId" &&
        !steps.some(({ id, mailsCustomers }) => id === change?.to && mailsCustomers)
      )
        return [];
      return change ? [{ field, ...change }] : [];
    });
    if (told.length === 0) return;
    await mailEach(occasion, await customersOf(occasion), (head) => {
      const { locale } = head.reading;
      return changedLetter(
        head,
        told.map(({ field, from, to }) => ({
          label: words[locale].fields[field],
          from: from === null ? null : valueText(field, from, { locale, steps }),
          to: valueText(field, to, { locale, steps }),
        })),
      );
    });
  },
};

interface Told {
  locale: Locale;
  steps: readonly DevelopmentStatus[];
}

const valueText = (field: Field, value: FieldValue, { locale, steps }: Told): string => {
  if (value === null || value === "") return words[locale].nothing;
  if (field === "priority") return words[locale].priorities[value as Priority];
  if (field === "developmentStatusId") return steps.find(({ id }) => id === value)?.names[locale] ?? "";
  return typeof value === "string" ? value : JSON.stringify(value);
};

const tellJoined: Effect = {
  name: "tickets.mail-joined",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    if (occasion.reply?.takenBackAt) return;
    await mailEach(occasion, await newcomerOf(occasion), (head) =>
      joinedLetter(head, { as: "participant", by: doerOf(occasion), message: lastSaid(occasion) }),
    );
  },
};

const tellContact: Effect = {
  name: "tickets.mail-contact",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    await mailEach(occasion, await newcomerOf(occasion), (head) =>
      joinedLetter(head, { as: "requester", by: doerOf(occasion), message: lastSaid(occasion) }),
    );
  },
};

const newcomerOf = async (occasion: Occasion) =>
  (await customersOf(occasion)).filter(({ person }) => person.id === occasion.event.payload["personId"]);

const lastSaid = (occasion: Occasion): Message | undefined => saidBefore(occasion, 1)[0];

export const customerMails = {
  confirm,
  welcome,
  sendReply,
  sendCopies,
  tellStatus,
  tellChanges,
  tellJoined,
  tellContact,
};
