import type { Effect } from "../../../platform/events.ts";
import { accessReminderLetter, askedAgainLetter, reminderLetter } from "../emails/reminders.tsx";
import { stalledLetter } from "../emails/to-agent.tsx";
import { customersOf, deskOf, mailEach, occasionOf, saidBefore, situationOf } from "../mailing.ts";
import { lackingToClose } from "../rules/demands.ts";
import { refusal } from "../rules/refusals.ts";
import { listAccesses } from "../store/accesses.ts";

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

/** Whoever let the desk in is asked to take that back, once, when the ticket is solved (T17). */
const remindAccess: Effect = {
  name: "tickets.mail-access-reminder",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { ticket } = occasion;
    const isOver = ticket.status === "resolved" || ticket.status === "closed";
    if (!isOver || wasResolvedBefore(event.payload["changes"])) return;
    const open = (await listAccesses(context.db, ticket.id)).filter(({ endedAt }) => endedAt === null);
    const customers = await customersOf(occasion);
    for (const recipient of customers) {
      const granted = open.filter(({ grantedBy }) => {
        const isGrantedByCustomer = customers.some(({ person }) => person.id === grantedBy);
        // What an agent noted down, the requester is asked about.
        return isGrantedByCustomer ? grantedBy === recipient.person.id : recipient.as === "requester";
      });
      const environments = granted.map(({ environment }) => environment);
      if (environments.length > 0)
        await mailEach(occasion, [recipient], (head) => accessReminderLetter(head, { environments }), {
          evenToActor: true,
        });
    }
  },
};

const wasResolvedBefore = (changes: unknown): boolean =>
  (changes as { status?: { from: string } } | undefined)?.status?.from === "resolved";

export const reminderMails = { tellReminder, remindAccess, tellStalled, askOnceMore };
