import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { listEvents } from "../../../platform/events.ts";
import { agents } from "../../../platform/http/access.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  post,
  redirect,
  redirectSaying,
  type Answer,
  type Ask,
  type Flash,
  type Page,
} from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { answerName, shownField } from "../../ticket-types/index.ts";
import { addParticipant } from "../actions/add-participant.ts";
import { askCustomer } from "../actions/ask-customer.ts";
import { assignTicket } from "../actions/assign-ticket.ts";
import { cancelTicket } from "../actions/cancel-ticket.ts";
import { changeFields } from "../actions/change-fields.ts";
import type { Changed } from "../actions/changing.ts";
import { closeTicket } from "../actions/close-ticket.ts";
import { handOver } from "../actions/hand-over.ts";
import { holdTicket } from "../actions/hold-ticket.ts";
import { linkTickets } from "../actions/link-tickets.ts";
import { releaseTicket } from "../actions/release-ticket.ts";
import { removeParticipant } from "../actions/remove-participant.ts";
import { reopenTicket } from "../actions/reopen-ticket.ts";
import { resolveTicket } from "../actions/resolve-ticket.ts";
import { startTicket } from "../actions/start-ticket.ts";
import { takeTicket } from "../actions/take-ticket.ts";
import { unlinkTickets } from "../actions/unlink-tickets.ts";
import { undoSeconds } from "../events-undo.ts";
import { statusName, type SteeringVerb } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listWaiting } from "../store/orders.ts";
import { listTasks } from "../store/tasks.ts";
import { getTicket } from "../store/tickets.ts";
import { ticketPath } from "../views/desk/ticket-screen.ts";
import { deskPhrase } from "../words-desk.ts";
import { togetherPhrase } from "../words-together.ts";
import { queueBack, ticketBack, ticketOfAddress } from "./guard.ts";
import { movedBy } from "./moved-by.ts";
import { queuePage } from "./queue.tsx";
import { undoOf } from "./take-back.ts";
import { ticketPage } from "./ticket.tsx";

interface Change<S extends z.ZodType, O> {
  action: Action<S, O>;
  /** Beside the ticket's id. */
  input: Record<string, unknown>;
  ticket: Ticket;
  done?: (ticket: Ticket, output: O) => Answer | Promise<Answer>;
}

/** Runs a change; refused, the page shows how the ticket stands now and who has changed it since. */
export const changeTicket = <S extends z.ZodType, O>(
  ask: Ask,
  { action, input, ticket, done }: Change<S, O>,
): Promise<Answer> =>
  submit(ask, {
    action,
    input: { ticketId: ticket.id, ...input },
    done: async (output) => done?.(ticket, output) ?? redirect(ticketBack(ask, ticket)),
    async again(state) {
      if (isFromQueue(ask)) return refusedInQueue(ask, ticket, state);
      const later = await laterThan(ask, ticket, Number(ask.form.text("version")));
      return ticketPage(ask, {
        refused: { kind: "other", form: ask.form.text("form"), state, isCollision: false },
        meanwhile: (entries) => entries.filter(({ id }) => later.has(id)),
      });
    },
  });

/** Events that made a newer version of the ticket than the form knew. */
const laterThan = async ({ context: { db } }: Ask, ticket: Ticket, version: number): Promise<ReadonlySet<number>> => {
  if (!version) return new Set();
  const events = await listEvents(db, { kind: "ticket", id: ticket.id });
  return new Set(events.filter(({ payload }) => Number(payload["version"]) > version).map(({ id }) => id));
};

export const saying = (ask: Ask, phrase: Phrase) => (ticket: Ticket) =>
  redirectSaying(ask, ticketBack(ask, ticket), phrase);

/** Empty fields stay: they mean "none". */
const field = ({ form }: Ask, name: string): string | undefined =>
  form.fields.has(name) ? form.text(name) : undefined;

export const versionOf = ({ form }: Ask): string | undefined => form.text("version") || undefined;

const take = post("/desk/tickets/:number/take", agents, async (ask) =>
  changeTicket(ask, {
    action: takeTicket,
    ticket: await ticketOfAddress(ask),
    input: {},
    done: saying(ask, deskPhrase("taken")),
  }),
);

const assign = post("/desk/tickets/:number/assign", agents, async (ask) =>
  changeTicket(ask, {
    action: assignTicket,
    ticket: await ticketOfAddress(ask),
    input: {
      version: versionOf(ask),
      assigneeIds: ask.form
        .all("assigneeIds")
        .flatMap((value) => value.split(","))
        .filter(Boolean),
    },
  }),
);

const moves: Readonly<Record<SteeringVerb, Action<z.ZodType, Changed>>> = {
  start: startTicket,
  release: releaseTicket,
  ask: askCustomer,
  hold: holdTicket,
  resolve: resolveTicket,
  close: closeTicket,
  cancel: cancelTicket,
  reopen: reopenTicket,
};
const isVerb = (text: string): text is SteeringVerb => Object.hasOwn(moves, text);

/** These end something, so they can be taken back for a while. */
const ending: ReadonlySet<string> = new Set(["resolve", "close", "cancel"]);

const move = post("/desk/tickets/:number/move", agents, async (ask) => {
  const { form } = ask;
  const verb = form.text("verb");
  if (!isVerb(verb)) throw new NotFound();
  return changeTicket(ask, {
    action: moves[verb],
    ticket: await ticketOfAddress(ask),
    input: {
      version: versionOf(ask),
      result: field(ask, "result"),
      reason: field(ask, "reason"),
      ...(ending.has(verb) && { holdSeconds: undoSeconds }),
    },
    done: async (before, { eventId }) =>
      redirect(backFrom(ask, before), await movedFlash(ask, before, { verb, eventId })),
  });
});

const backFrom = (ask: Ask, ticket: Ticket): string => (isFromQueue(ask) ? queueBack(ask) : ticketBack(ask, ticket));

const isFromQueue = ({ form }: Ask): boolean => form.text("back") === "queue";

/** Whoever moved a card stays on the board, as it stands now, and reads there why the card did not move. */
const refusedInQueue = async (ask: Ask, ticket: Ticket, { problem, errors }: FormState): Promise<Page> => {
  const { number, subject } = ticket;
  const reason = problem ?? Object.values(errors)[0] ?? "";
  const isOutdated = (await laterThan(ask, ticket, Number(ask.form.text("version")))).size > 0;
  const who = isOutdated ? await movedBy(ask.context.db, ticket, ask.actor.locale) : undefined;
  return queuePage(ask, {
    query: new URLSearchParams(ask.form.text("list")),
    report: { changed: 0, refused: [{ number, subject, reason, movedBy: who }] },
  });
};

const movedFlash = async (
  ask: Ask,
  before: Ticket,
  { verb, eventId }: { verb: SteeringVerb; eventId: number },
): Promise<Flash> => {
  const { locale } = ask.actor;
  const ticket = await getTicket(ask.context.db, ask.actor, before.id);
  const status = statusName(ticket)[locale];
  const isEnding = ending.has(verb);
  const count = isEnding ? await countTasksOf(ask, ticket) : 0;
  const said = count > 0 ? togetherPhrase("tasksStillOpen", { status, count }) : deskPhrase("moved", { status });
  return {
    text: said.say(locale),
    tone: "success",
    ...(isEnding && { undo: await undoOfEnd(ask, ticket, eventId) }),
  };
};

/** What waited for an order is settled by now, and stays so; the order itself can be reopened. */
const undoOfEnd = async (ask: Ask, ticket: Ticket, eventId: number): Promise<NonNullable<Flash["undo"]>> =>
  (await listWaiting(ask.context.db, ticket.id)).length > 0
    ? { action: ticketPath(ticket, "/move"), fields: { verb: "reopen" }, seconds: undoSeconds }
    : undoOf(ask, ticket, eventId);

/** What is left to do, although the ticket is over. */
const countTasksOf = async ({ context: { db } }: Ask, ticket: Ticket): Promise<number> =>
  (await listTasks(db, [ticket.id])).filter(({ doneAt }) => doneAt === null).length;

const factNames = [
  "subject",
  "typeId",
  "priority",
  "visibility",
  "teamId",
  "productId",
  "versionId",
  "moduleId",
  "developmentStatusId",
  "plannedVersion",
  "versionReason",
  "result",
] as const;

const change = post("/desk/tickets/:number/change", agents, async (ask) => {
  const given = factNames.map((name) => [name, field(ask, name)] as const).filter(([, value]) => value !== undefined);
  return changeTicket(ask, {
    action: changeFields,
    ticket: await ticketOfAddress(ask),
    input: { version: versionOf(ask), ...Object.fromEntries(given), ...tagsIn(ask), ...answersOf(ask) },
  });
});

/** Every question that the form showed, so that an emptied one is taken away. */
const answersOf = ({ form }: Ask): { customFields?: Record<string, readonly string[]> } => {
  const shown = form.all(shownField).filter((name) => name.includes("."));
  if (shown.length === 0) return {};
  const keys = shown.map((name) => name.slice(name.indexOf(".") + 1));
  return { customFields: Object.fromEntries(keys.map((key) => [key, form.all(answerName(key))])) };
};

/** Removing sends the tags that are left, adding the ones before and the new one. */
const tagsIn = (ask: Ask): { tags?: string } => {
  const left = field(ask, "tags");
  if (left !== undefined) return { tags: left };
  const added = field(ask, "tag");
  return added === undefined ? {} : { tags: `${ask.form.text("tagsBefore")},${added}` };
};

const requester = post("/desk/tickets/:number/requester", agents, async (ask) =>
  changeTicket(ask, {
    action: handOver,
    ticket: await ticketOfAddress(ask),
    input: { version: versionOf(ask), requester: ask.form.text("requester") },
  }),
);

const addCc = post("/desk/tickets/:number/participants", agents, async (ask) =>
  changeTicket(ask, {
    action: addParticipant,
    ticket: await ticketOfAddress(ask),
    input: { email: ask.form.text("email") },
  }),
);

const removeCc = post("/desk/tickets/:number/participants/remove", agents, async (ask) =>
  changeTicket(ask, {
    action: removeParticipant,
    ticket: await ticketOfAddress(ask),
    input: { personId: ask.form.text("personId") },
  }),
);

const link = post("/desk/tickets/:number/links", agents, async (ask) =>
  changeTicket(ask, {
    action: linkTickets,
    ticket: await ticketOfAddress(ask),
    input: { number: ask.form.text("number").replace(/^\s*#/, ""), kind: ask.form.text("kind") },
  }),
);

const unlink = post("/desk/tickets/:number/links/remove", agents, async (ask) =>
  changeTicket(ask, {
    action: unlinkTickets,
    ticket: await ticketOfAddress(ask),
    input: { otherId: ask.form.text("otherId"), kind: ask.form.text("kind") },
  }),
);

export const changeRoutes = [take, assign, move, change, requester, addCc, removeCc, link, unlink];
