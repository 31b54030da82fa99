import type { MailSample } from "../../../platform/feature.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import { refusal } from "../rules/refusals.ts";
import type { TicketType, Status } from "../rules/ticket.ts";
import { mailWords } from "../words.mails.ts";
import { words } from "../words.ts";
import { decidedLetter } from "./approval-letters.tsx";
import { deadlineLetter } from "./deadlines.tsx";
import type { Head, Letter, Words } from "./letter.tsx";
import { mergedLetter } from "./about-merges.tsx";
import { escalatedLetter, orderDoneLetter, plannedLetter } from "./about-orders.tsx";
import { accessReminderLetter, askedAgainLetter, reminderLetter } from "./reminders.tsx";
import {
  accessLetter,
  assignedLetter,
  backLetter,
  confirmedLetter,
  customerAnsweredLetter,
  customerReopenedLetter,
  mentionedLetter,
  openedLetter,
  passedOnLetter,
  stalledLetter,
} from "./to-agent.tsx";
import {
  answeredLetter,
  changedLetter,
  copyLetter,
  joinedLetter,
  receivedLetter,
  statusLetter,
  type StatusEvent,
} from "./to-customer.tsx";

const stories = {
  en: {
    subject: "The label printer at gate 3 prints nothing",
    question:
      "Hello,\n\nsince this morning the label printer at gate 3 only beeps. We have switched it off and on again. The manual says https://example.org/help/beep-3, but that does not help.\n\nRegards\nKlaus Feldmann",
    answer:
      "Hello Mr Feldmann,\n\nthree beeps mean that the ribbon is used up. Please open the right flap and tell me what colour the roll behind it has.\n\nKind regards\nAnn Becker",
    result: "The ribbon was used up and has been replaced.",
    declined: "Thursday is no good: that is when we take stock. Please come on Friday.",
  },
  de: {
    subject: "Der Etikettendrucker an Tor 3 druckt nicht",
    question:
      "Guten Tag,\n\nseit heute Morgen piept der Etikettendrucker an Tor 3 nur noch. Wir haben ihn schon aus- und wieder eingeschaltet. In der Anleitung steht https://example.org/help/beep-3, aber das hilft nicht.\n\nViele Grüße\nKlaus Feldmann",
    answer:
      "Guten Tag Herr Feldmann,\n\ndreimaliges Piepen heißt, dass das Farbband aufgebraucht ist. Bitte öffnen Sie die rechte Klappe und schreiben Sie mir, welche Farbe die Rolle dahinter hat.\n\nFreundliche Grüße\nAnn Becker",
    result: "Das Farbband war aufgebraucht und wurde ersetzt.",
    declined: "Am Donnerstag geht es nicht, da haben wir Inventur. Bitte kommen Sie am Freitag.",
  },
} satisfies Record<Locale, unknown>;

const serviceRequest: TicketType = {
  id: 1,
  key: "service_request",
  kind: "request",
  names: { en: "Service request", de: "Serviceanfrage" },
  hints: { en: "", de: "" },
  statuses: ["open", "closed"],
  statusNames: {},
  customerStatusNames: {},
  toldStatuses: [],
  hasPriority: true,
  hasRating: true,
  creators: "everyone",
  onlyAssigneesWrite: false,
  takesSeatRequests: false,
  asksProduct: "no",
  fields: [],
  stages: [],
  needsApproval: false,
  needsSolution: false,
  needsConfirmation: false,
  needsFeedback: false,
  reopenDays: 14,
  remindAfterDays: null,
  closeAfterDays: 5,
  closeResolvedAfterDays: null,
  teamId: null,
  isRetired: false,
};

const closesAt = new Date("2026-12-08T08:12:00Z");
const resolved = {
  type: serviceRequest,
  status: "resolved",
  confirmedAt: null,
  confirmationWaivedAt: null,
  ratedAt: null,
  feedbackWaivedAt: null,
  closesAt,
} as const;
const reminder = { closesAt, type: serviceRequest };

const headOf = (locale: Locale, facts: Partial<Head> = {}): Head => ({
  reading: { locale, timeZone: "Europe/Berlin" },
  desk: { name: "Muster Support" },
  ticket: { number: 10_482, subject: stories[locale].subject },
  href: "https://support.example.org/requests/10482",
  reason: mailWords[locale].because.requester,
  isTrusted: true,
  canOpen: true,
  ...facts,
});

/** Every mail of the feature with made-up content. */
export const mailSamples = (locale: Locale): readonly MailSample[] => [
  ...customerSamples(locale),
  ...statusSamples(locale),
  ...reminderSamples(locale),
  ...togetherSamples(locale),
  ...agentSamples(locale),
];

const sample = ({ template, subject, body }: Letter, state = ""): MailSample => ({
  template: `${template} ${state}`.trim(),
  subject,
  body,
});

const saidIn = (locale: Locale): { question: Words; answer: Words } => ({
  question: {
    authorName: "Klaus Feldmann",
    at: new Date("2026-11-03T08:12:00Z"),
    text: stories[locale].question,
    attachments: [],
  },
  answer: {
    authorName: "Ann Becker",
    at: new Date("2026-11-03T08:40:00Z"),
    text: stories[locale].answer,
    attachments: [{ id: 1, ticketId: 1, messageId: 2, file: "", name: "klappe.jpg", type: "image/jpeg", size: 81_234 }],
  },
});

const customerSamples = (locale: Locale): MailSample[] => {
  const { question, answer } = saidIn(locale);
  const head = headOf(locale);
  const { because } = mailWords[locale];
  const unknown = headOf(locale, { isTrusted: false, reason: because.unverified });
  const inCopy = headOf(locale, {
    reason: because.participant,
    leaveHref: "https://support.example.org/leave/made-up",
  });
  const passwordHref = "https://support.example.org/password/made-up";
  const priority = words[locale].priorities;
  const answered = { ticket: resolved, message: answer, earlier: [question] };
  return [
    sample(receivedLetter(head, {})),
    sample(receivedLetter(unknown, { passwordHref }), "unknown"),
    sample(receivedLetter({ ...unknown, canOpen: false }, {}), "shared"),
    sample(receivedLetter(head, { openedBy: { agent: "Ann Becker", message: answer } }), "by-agent"),
    sample(answeredLetter(head, answered)),
    sample(answeredLetter(head, { ...answered, movedTo: "waiting" }), "waiting"),
    sample(
      answeredLetter(head, {
        ...answered,
        movedTo: "resolved",
        result: stories[locale].result,
      }),
      "resolved",
    ),
    sample(copyLetter(inCopy, { message: question, earlier: [answer] })),
    sample(changedLetter(head, [{ label: words[locale].fields.priority, from: priority.medium, to: priority.high }])),
    sample(joinedLetter(inCopy, { as: "participant", by: "Klaus Feldmann", message: question }), "participant"),
    sample(joinedLetter(head, { as: "requester", by: "Ann Becker", message: question }), "requester"),
  ];
};

const reminderSamples = (locale: Locale): MailSample[] => [
  sample(reminderLetter(headOf(locale), { ...reminder, isResolved: false, question: saidIn(locale).answer })),
  sample(reminderLetter(headOf(locale), { ...reminder, isResolved: true, question: undefined }), "resolved"),
  ...(["waiting", "resolved"] as const).map((status) =>
    sample(
      askedAgainLetter(headOf(locale), {
        ticket: { ...resolved, type: { ...serviceRequest, needsConfirmation: true }, status, closesAt: null },
        question: saidIn(locale).answer,
      }),
      status,
    ),
  ),
  sample(accessReminderLetter(headOf(locale), { environments: ["nordlicht.example.org", "Test 2"], isSolved: true })),
];

/** Of tickets that meet others, and of orders at technical support. */
const togetherSamples = (locale: Locale): MailSample[] => {
  const head = headOf(locale);
  const order = { number: 10_317, state: "in_progress", plannedVersion: "5.2" } as const;
  const done = {
    ticket: resolved,
    others: [],
    number: order.number,
    version: "5.3",
    result: stories[locale].result,
  };
  const others = [{ number: 10_490, subject: stories[locale].subject }];
  const reason = { en: "A supplier delivers later than promised.", de: "Ein Zulieferer liefert später als zugesagt." };
  return [
    sample(mergedLetter(head, { number: 10_240, href: "https://support.example.org/requests/10240" })),
    sample(mergedLetter(head, undefined), "apart"),
    sample(escalatedLetter(head, order)),
    sample(plannedLetter(head, { order, from: undefined, to: "5.2", reason: undefined })),
    sample(plannedLetter(head, { order, from: "5.2", to: "5.3", reason: reason[locale] }), "again"),
    sample(orderDoneLetter(head, done)),
    sample(orderDoneLetter(head, { ...done, others }), "several"),
  ];
};

const statusIn: Readonly<Record<StatusEvent, Status>> = {
  "ticket.asked": "waiting",
  "ticket.held": "on_hold",
  "ticket.resolved": "resolved",
  "ticket.closed": "closed",
  "ticket.cancelled": "cancelled",
  "ticket.reopened": "open",
};

const statusSamples = (locale: Locale): MailSample[] =>
  (Object.keys(mailWords.en.status) as StatusEvent[]).map((event) =>
    sample(
      statusLetter(headOf(locale), {
        event,
        isByDesk: true,
        result: event === "ticket.resolved" ? stories[locale].result : undefined,
        ticket: { ...resolved, status: statusIn[event] },
      }),
      event.replace("ticket.", ""),
    ),
  );

const agentSamples = (locale: Locale): MailSample[] => {
  const { question, answer } = saidIn(locale);
  const { because } = mailWords[locale];
  const head = headOf(locale, {
    href: "https://support.example.org/desk/tickets/10482",
    reason: because.assignee,
  });
  const situation = {
    requester: "Klaus Feldmann",
    organisation: "Nordlicht Logistik GmbH",
    type: serviceRequest,
    priority: "high",
  } as const;
  const author = question.authorName;
  return [
    sample(openedLetter({ ...head, reason: because.team({ team: "1st Level" }) }, { situation, message: question })),
    sample(customerAnsweredLetter(head, { situation, message: question, earlier: [answer], author })),
    sample(confirmedLetter(head, { situation, author })),
    sample(decidedLetter(head, { situation, author, isApproved: true, isFinal: false, reason: "" }), "approved"),
    sample(
      decidedLetter(head, { situation, author, isApproved: false, isFinal: true, reason: stories[locale].declined }),
      "declined",
    ),
    sample(stalledLetter(head, { situation, lacks: [refusal("needsSolution"), refusal("needsConfirmation")] })),
    sample(accessLetter(head, { situation, author, environment: "nordlicht.example.org" })),
    sample(customerReopenedLetter(head, { situation, earlier: [answer, question], author })),
    sample(assignedLetter(head, { situation, earlier: [question], by: "Ada Sommer" })),
    ...[false, true].map((isMissed) =>
      sample(
        deadlineLetter(head, {
          situation,
          kind: "first_response",
          dueAt: new Date("2026-11-03T10:12:00Z"),
          isMissed,
          earlier: [question],
        }),
      ),
    ),
    sample(
      passedOnLetter(head, {
        situation,
        by: "Ada Sommer",
        team: "2nd Level",
        reason: { en: "Needs a look at the logs.", de: "Die Protokolle müssen angesehen werden." }[locale],
      }),
    ),
    sample(backLetter(head, { situation, order: 10_317, because: "dropped", refused: undefined }), "dropped"),
    sample(
      backLetter(head, { situation, order: 10_317, because: "unresolvable", refused: refusal("needsApproval") }),
      "unresolvable",
    ),
    sample(mentionedLetter(head, { situation, message: question, by: "Ada Sommer" })),
  ];
};
