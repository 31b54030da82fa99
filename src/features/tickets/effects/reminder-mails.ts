import type { Effect } from "../../../platform/events.ts";
import { accessReminderLetter, reminderLetter } from "../emails/reminders.tsx";
import { customersOf, mailEach, occasionOf, saidBefore } from "../mailing.ts";
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

export const reminderMails = { tellReminder, remindAccess };
