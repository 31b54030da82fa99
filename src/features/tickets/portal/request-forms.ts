import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import type { Customer } from "../../../platform/actor.ts";
import { post, redirectSaying, type Answer, type Ask } from "../../../platform/http/route.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { submit } from "../../../platform/http/submit.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { findPerson } from "../../people/index.ts";
import { addParticipant } from "../actions/add-participant.ts";
import { cancelTicket } from "../actions/cancel-ticket.ts";
import { closeTicket } from "../actions/close-ticket.ts";
import { confirmSolution } from "../actions/confirm-solution.ts";
import { endAccess } from "../actions/end-access.ts";
import { grantAccess } from "../actions/grant-access.ts";
import { rateTicket } from "../actions/rate-ticket.ts";
import { removeParticipant } from "../actions/remove-participant.ts";
import { reopenTicket } from "../actions/reopen-ticket.ts";
import type { Ticket } from "../rules/ticket.ts";
import { findTicketById } from "../store/tickets.ts";
import type { RequestFormName } from "../views/portal/request-view.ts";
import { portalPhrase } from "../words-portal.ts";
import { procedurePhrase } from "../words-procedure.ts";
import { customerOf, customers } from "./guard.ts";
import { requestPage, ticketOfAddress } from "./request.tsx";

interface Facts {
  ask: Ask;
  ticket: Ticket;
  actor: Customer;
}

/** What one form of the request's page does. */
interface Doing<S extends z.ZodType, O> {
  form: RequestFormName;
  action: Action<S, O>;
  /** Beside the ticket's id. */
  input: (ask: Ask) => Record<string, unknown>;
  done: (facts: Facts) => Answer | Promise<Answer>;
}

/** Runs the form's action on the request of the address; refused, the page comes back as the request stands now. */
const run =
  <S extends z.ZodType, O>({ form, action, input, done }: Doing<S, O>) =>
  async (ask: Ask): Promise<Answer> => {
    const actor = customerOf(ask);
    const ticket = await ticketOfAddress(ask);
    return submit(ask, {
      action,
      input: { ticketId: ticket.id, ...input(ask) },
      done: () => done({ ask, ticket, actor }),
      again: (state) => requestPage(ask, actor, { refused: { form, state: plainer(state, actor) } }),
    });
  };

/** "Write a number" is no help to somebody who is asked for stars. */
const plainer = ({ errors: { rating, ...errors }, ...state }: FormState, { locale }: Customer): FormState => ({
  ...state,
  errors: { ...errors, ...(rating && { rating: portalPhrase("chooseStars").say(locale) }) },
});

export const requestPath = ({ number }: Pick<Ticket, "number">): string => `/requests/${number}`;

const backSaying =
  (phrase: Phrase) =>
  ({ ask, ticket }: Facts): Answer =>
    redirectSaying(ask, requestPath(ticket), phrase);

// The version says from which state of the request the form was made.
const reasonOf = ({ form }: Ask) => ({ reason: form.text("reason"), version: form.text("version") || undefined });

const close = post(
  "/requests/:number/close",
  customers,
  run({ form: "close", action: closeTicket, input: reasonOf, done: backSaying(portalPhrase("closed")) }),
);

const cancel = post(
  "/requests/:number/cancel",
  customers,
  run({ form: "cancel", action: cancelTicket, input: reasonOf, done: backSaying(portalPhrase("cancelled")) }),
);

const reopen = post(
  "/requests/:number/reopen",
  customers,
  run({ form: "reopen", action: reopenTicket, input: reasonOf, done: backSaying(portalPhrase("reopened")) }),
);

const rate = post(
  "/requests/:number/rate",
  customers,
  run({
    form: "rate",
    action: rateTicket,
    input: ({ form }) => ({ rating: form.text("rating"), words: form.text("words") }),
    done: backSaying(portalPhrase("rated")),
  }),
);

const add = post(
  "/requests/:number/participants",
  customers,
  run({
    form: "participant",
    action: addParticipant,
    input: ({ form }) => ({ email: form.text("email") }),
    done: (facts) => backSaying(portalPhrase("participantAdded", { name: facts.ask.form.text("email").trim() }))(facts),
  }),
);

const remove = post(
  "/requests/:number/participants/remove",
  customers,
  run({
    form: "participant",
    action: removeParticipant,
    input: ({ form }) => ({ personId: form.text("personId") }),
    done: async (facts) => {
      const { db } = facts.ask.context;
      const person = await findPerson(db, Number(facts.ask.form.text("personId")));
      const phrase = portalPhrase("participantRemoved", { name: person?.name ?? "" });
      // Whoever takes himself out may have lost sight of the request by that.
      if (await findTicketById(db, facts.actor, facts.ticket.id)) return backSaying(phrase)(facts);
      return redirectSaying(facts.ask, "/requests", phrase);
    },
  }),
);

const confirm = post(
  "/requests/:number/confirm",
  customers,
  run({
    form: "confirm",
    action: confirmSolution,
    input: ({ form }) => ({ version: form.text("version") || undefined }),
    done: backSaying(procedurePhrase("confirmed")),
  }),
);

const grant = post(
  "/requests/:number/accesses",
  customers,
  run({
    form: "access",
    action: grantAccess,
    input: ({ form }) => ({ environment: form.text("environment") }),
    done: backSaying(procedurePhrase("accessGranted")),
  }),
);

const endGranted = post(
  "/requests/:number/accesses/end",
  customers,
  run({
    form: "access",
    action: endAccess,
    input: ({ form }) => ({ accessId: form.text("accessId") }),
    done: backSaying(procedurePhrase("accessEnded")),
  }),
);

export const requestFormRoutes = [confirm, grant, endGranted, close, cancel, reopen, rate, add, remove];
