import type { Effect } from "../../../platform/events.ts";
import { listAgents } from "../../people/index.ts";
import {
  accessLetter,
  assignedLetter,
  confirmedLetter,
  customerAnsweredLetter,
  customerReopenedLetter,
  mentionedLetter,
  openedLetter,
} from "../emails/to-agent.tsx";
import { deskOf, doerOf, mailEach, occasionOf, saidBefore, situationOf, type Occasion } from "../mailing.ts";
import type { Changes } from "../rules/changes.ts";
import { isGivenByRule } from "./by-rule.ts";

const isOver = ({ ticket: { status } }: Occasion): boolean => status === "closed" || status === "cancelled";

const tellOpened: Effect = {
  name: "tickets.mail-opened",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { ticket, message } = occasion;
    // Who has taken it meanwhile knows it.
    const isTaken = ticket.version !== event.payload["version"] && ticket.assigneeIds.length > 0;
    if (isOver(occasion) || isTaken || (await isGivenByRule(context.db, ticket))) return;
    const news = { situation: await situationOf(occasion), message };
    await mailEach(occasion, await deskOf(occasion), (head) => openedLetter(head, news));
  },
};

const tellAnswered: Effect = {
  name: "tickets.mail-customer-answered",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    // Somebody at the desk has answered since, so everybody there knows.
    if (occasion.ticket.lastMessageBy === "agent") return;
    const { message } = occasion;
    const news = {
      situation: await situationOf(occasion),
      author: event.actor.name,
      message,
      earlier: saidBefore(occasion),
    };
    await mailEach(occasion, await deskOf(occasion), (head) => customerAnsweredLetter(head, news));
  },
};

const tellConfirmed: Effect = {
  name: "tickets.mail-confirmed",
  async run(context, event) {
    if (event.actor.kind !== "customer") return;
    const occasion = await occasionOf(context, event);
    const news = { situation: await situationOf(occasion), author: event.actor.name };
    await mailEach(occasion, await deskOf(occasion), (head) => confirmedLetter(head, news));
  },
};

const tellAccess: Effect = {
  name: "tickets.mail-access",
  async run(context, event) {
    const { environment } = event.payload;
    if (event.actor.kind !== "customer" || typeof environment !== "string") return;
    const occasion = await occasionOf(context, event);
    const news = { situation: await situationOf(occasion), author: event.actor.name, environment };
    await mailEach(occasion, await deskOf(occasion), (head) => accessLetter(head, news));
  },
};

const tellReopened: Effect = {
  name: "tickets.mail-customer-reopened",
  async run(context, event) {
    if (event.actor.kind !== "customer") return;
    const occasion = await occasionOf(context, event);
    if (isOver(occasion)) return;
    const news = {
      situation: await situationOf(occasion),
      author: event.actor.name,
      earlier: saidBefore(occasion),
    };
    await mailEach(occasion, await deskOf(occasion), (head) => customerReopenedLetter(head, news));
  },
};

/** To those who are new on the ticket and still are on it. */
const tellAssigned: Effect = {
  name: "tickets.mail-assigned",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { assigneeIds } = (event.payload["changes"] ?? {}) as Changes;
    const before = (assigneeIds?.from ?? []) as readonly number[];
    const named = (assigneeIds?.to ?? []) as readonly number[];
    const newcomers = (await deskOf(occasion)).filter(
      ({ person, as }) => as === "assignee" && named.includes(person.id) && !before.includes(person.id),
    );
    const news = { situation: await situationOf(occasion), by: doerOf(occasion), earlier: saidBefore(occasion) };
    await mailEach(occasion, newcomers, (head) => assignedLetter(head, news));
  },
};

/** To those whom an internal note calls. */
const tellMentioned: Effect = {
  name: "tickets.mail-mentioned",
  async run(context, event) {
    const { mentions } = event.payload;
    if (!Array.isArray(mentions) || mentions.length === 0) return;
    const occasion = await occasionOf(context, event);
    const called = (await listAgents(context.db)).filter(({ id }) => mentions.includes(id));
    const news = { situation: await situationOf(occasion), message: occasion.message, by: doerOf(occasion) };
    await mailEach(
      occasion,
      called.map((person) => ({ person, as: "called" })),
      (head) => mentionedLetter(head, news),
    );
  },
};

export const deskMails = {
  tellOpened,
  tellAnswered,
  tellReopened,
  tellConfirmed,
  tellAccess,
  tellAssigned,
  tellMentioned,
};
