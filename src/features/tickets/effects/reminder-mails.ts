import { system } from "../../../platform/actor.ts";
import type { Effect } from "../../../platform/events.ts";
import { accessReminderLetter, askedAgainLetter, reminderLetter } from "../emails/reminders.tsx";
import { stalledLetter } from "../emails/to-agent.tsx";
import { customersOf, deskOf, mailEach, occasionOf, saidBefore, situationOf, type Occasion } from "../mailing.ts";
import { lackingToClose } from "../rules/demands.ts";
import { refusal } from "../rules/refusals.ts";
import { listAccesses } from "../store/accesses.ts";
import { listMerged } from "../store/merges.ts";
import { getTicket } from "../store/tickets.ts";

/** The ticket closes by itself unless somebody answers; not said when somebody has answered since. */
const tellReminder: Effect = {
  name: "tickets.mail-reminder",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { closesAt, type, status } = occasion.ticket;
    if (!closesAt) return;
    const isResolved = status === "resolved";
    const [question] = saidBefore(occasion, 1);
    await mailEach(occasion, await customersOf(occasion), (head) =>
      reminderLetter(head, { closesAt, type, isResolved, question }),
    );
  },
};

/** Silence does not close it, because something is missing that its type demands: the desk hears of it, and goes on. */
const tellStalled: Effect = {
  name: "tickets.mail-stalled",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const lacks = occasion.ticket.stalledAt ? lackingToClose(occasion.ticket) : [];
    if (lacks.length === 0) return;
    const news = {
      situation: await situationOf(occasion),
      earlier: saidBefore(occasion),
      lacks: lacks.map((lack) => refusal(lack)),
    };
    await mailEach(occasion, await deskOf(occasion), (head) => stalledLetter(head, news));
  },
};

/** The customer is asked once more for what only he can give; not for what the desk has to do itself. */
const askOnceMore: Effect = {
  name: "tickets.mail-asked-again",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { ticket } = occasion;
    const lacks = ticket.stalledAt ? lackingToClose(ticket) : [];
    const isHis = lacks.includes("needsConfirmation") || lacks.includes("needsFeedback");
    if (lacks.length === 0 || (ticket.status === "resolved" && !isHis)) return;
    const [question] = saidBefore(occasion, 1);
    await mailEach(occasion, await customersOf(occasion), (head) => askedAgainLetter(head, { ticket, question }));
  },
};

/** Whoever let the desk in is asked to take that back, once, when the matter is over (T17), also where it went on in another ticket. */
const remindAccess: Effect = {
  name: "tickets.mail-access-reminder",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { ticket } = occasion;
    const isOver = ["resolved", "closed", "cancelled"].includes(ticket.status) && ticket.mergedInto === null;
    if (!isOver || wasResolvedBefore(event.payload["changes"])) return;
    const merged = await listMerged(context.db, ticket.id);
    const together = merged.filter(({ isApart }) => !isApart).map(({ id }) => id);
    await remindOf(occasion, [ticket.id, ...together]);
    // They know nothing of the ticket in which theirs goes on.
    for (const { id } of merged.filter(({ isApart }) => isApart))
      await remindOf({ ...occasion, ticket: await getTicket(context.db, system("tickets"), id) }, [id]);
  },
};

/** Asks each customer of the occasion's ticket about what he has opened to the desk in one of these. */
const remindOf = async (occasion: Occasion, ticketIds: readonly number[]): Promise<void> => {
  const open = (await listAccesses(occasion.context.db, ticketIds)).filter(({ endedAt }) => endedAt === null);
  if (open.length === 0) return;
  const isSolved = occasion.ticket.status !== "cancelled";
  const customers = await customersOf(occasion);
  for (const recipient of customers) {
    const granted = open.filter(({ grantedBy }) => {
      const isGrantedByCustomer = customers.some(({ person }) => person.id === grantedBy);
      // What an agent noted down, the requester is asked about.
      return isGrantedByCustomer ? grantedBy === recipient.person.id : recipient.as === "requester";
    });
    const environments = granted.map(({ environment }) => environment);
    if (environments.length > 0)
      await mailEach(occasion, [recipient], (head) => accessReminderLetter(head, { environments, isSolved }), {
        evenToActor: true,
      });
  }
};

const wasResolvedBefore = (changes: unknown): boolean =>
  (changes as { status?: { from: string } } | undefined)?.status?.from === "resolved";

export const reminderMails = { tellReminder, remindAccess, tellStalled, askOnceMore };
