import { expect, test } from "vitest";
import { paperTicket } from "../../../../test/support/paper-ticket.ts";
import { escalatedLetter, orderDoneLetter, plannedLetter } from "./about-orders.tsx";
import type { Head, Letter } from "./letter.tsx";
import { reminderLetter } from "./reminders.tsx";
import {
  answeredLetter,
  changedLetter,
  copyLetter,
  joinedLetter,
  receivedLetter,
  statusLetter,
} from "./to-customer.tsx";

const head: Head = {
  reading: { locale: "en", timeZone: "UTC" },
  desk: { name: "Helpful Ltd" },
  ticket: { number: 10_001, subject: "Printer" },
  href: "http://desk.test/requests/10001",
  reason: "",
  isTrusted: true,
  canOpen: true,
};
const ticket = paperTicket({ status: "closed" });
const message = { authorName: "Cy", at: new Date(), text: "It beeps.", attachments: [] };
const order = { number: 10_002, state: "in_progress", plannedVersion: null } as const;
const done = { ticket, others: [], number: 10_002, version: undefined, result: undefined };

test.each<[string, boolean, (head: Head) => Letter]>([
  ["a colleague's words", true, (each) => copyLetter(each, { message, earlier: [] })],
  ["another status", true, (each) => statusLetter(each, { event: "ticket.closed", ticket, isByDesk: true })],
  ["other facts", true, (each) => changedLetter(each, [])],
  ["being put in CC", true, (each) => joinedLetter(each, { as: "participant", by: "Ann" })],
  ["an order", true, (each) => escalatedLetter(each, order)],
  ["a version", true, (each) => plannedLetter(each, { order, from: undefined, to: "5.2", reason: undefined })],
  ["a solution by an order", true, (each) => orderDoneLetter(each, done)],
  [
    "a reminder",
    true,
    (each) => reminderLetter(each, { closesAt: new Date(), type: ticket.type, isResolved: false, question: undefined }),
  ],
  // Other desks in CC would take an answer for list mail; what somebody asked for himself he does not leave.
  ["an answer", false, (each) => answeredLetter(each, { message, earlier: [], ticket })],
  ["his own request", false, (each) => receivedLetter(each, {})],
])("who is in CC can leave by one click in a mail about %s: %s", (_what, isDue, write) => {
  const leaveHref = "http://desk.test/leave/x";
  expect(write({ ...head, leaveHref }).unsubscribeUrl).toBe(isDue ? leaveHref : undefined);
  expect(write(head).unsubscribeUrl).toBeUndefined();
});
