import type { Letter, Head } from "./emails/letter.tsx";
import { customersOf, mailEach, type Occasion, type Recipient } from "./mailing.ts";
import type { Ticket } from "./rules/ticket.ts";

interface Concerned {
  occasion: Occasion;
  recipient: Recipient;
}

/**
 * The same news about several tickets: one letter to each customer, however many of them are his. It stands in the
 * conversation of the first, his own before those where he is in CC; `others` are the rest, which show how far it is, too.
 */
export const mailOnceEach = async (
  occasions: readonly Occasion[],
  write: (head: Head, p: { occasion: Occasion; others: readonly Ticket[] }) => Letter,
): Promise<void> => {
  const concerned = new Map<number, Concerned[]>();
  for (const occasion of occasions)
    for (const recipient of await customersOf(occasion)) {
      const own = concerned.get(recipient.person.id) ?? [];
      concerned.set(recipient.person.id, [...own, { occasion, recipient }]);
    }
  for (const all of concerned.values()) {
    const [first, ...more] = all.toSorted(byNearness);
    if (!first) continue;
    const { occasion, recipient } = first;
    const others = more.map(({ occasion: { ticket } }) => ticket);
    const also = more.map(({ occasion: { event } }) => event);
    await mailEach(occasion, [recipient], (head) => write(head, { occasion, others }), { also });
  }
};

const byNearness = (one: Concerned, other: Concerned): number =>
  Number(other.recipient.as === "requester") - Number(one.recipient.as === "requester") ||
  one.occasion.ticket.id - other.occasion.ticket.id;
