import type { FormState } from "../../../platform/http/form.ts";
import { empty, post, redirect, redirectSaying, upload, type Answer, type Ask } from "../../../platform/http/route.ts";
import { formAgain, submit } from "../../../platform/http/submit.ts";
import { followUpTicket } from "../actions/follow-up-ticket.ts";
import { replyToTicket } from "../actions/reply-to-ticket.ts";
import { largestFile, mostFiles } from "../file-limits.ts";
import type { Ticket } from "../rules/ticket.ts";
import { endOf } from "../store/merges.ts";
import { findTicketById } from "../store/tickets.ts";
import { portalPhrase } from "../words-portal.ts";
import { keepTyped, typedInOf } from "../typing.ts";
import { customerOf, customers } from "./guard.ts";
import { filesOf } from "./kept-files.ts";
import { requestPath } from "./request-forms.ts";
import { requestPage, ticketOfAddress } from "./request.tsx";

/** A customer's words in a request that exists. What a form sends is never lost: refused, it comes back with its files. */
const say = async (
  ask: Ask,
  speak: (facts: {
    ticket: Ticket;
    input: Record<string, unknown>;
    again(state: FormState): ReturnType<typeof requestPage>;
  }) => Promise<Answer>,
): Promise<Answer> => {
  const actor = customerOf(ask);
  const ticket = await ticketOfAddress(ask);
  const attachments = filesOf(ask);
  const again = (state: FormState) =>
    requestPage(ask, actor, { refused: { form: "answer", state: named(state) }, files: attachments });
  if (attachments.length > mostFiles) {
    const state = formAgain(ask, { files: portalPhrase("tooManyFiles", { most: mostFiles }) });
    return { ...(await again(state)), status: 422 };
  }
  const input = {
    ticketId: ticket.id,
    text: ask.form.text("body"),
    attachments,
    channel: "portal",
    typedIn: typedInOf(ask),
  };
  return speak({ ticket, input, again });
};

/** The composer calls the words `body`, the actions call them `text`. */
const named = ({ errors: { text, ...errors }, ...state }: FormState): FormState => ({
  ...state,
  errors: { ...errors, ...(text && { body: text }) },
});

const answer = upload("/requests/:number/answer", customers, largestFile, (ask) =>
  say(ask, ({ ticket, input, again }) =>
    submit(ask, {
      action: replyToTicket,
      input,
      done: ({ number, mergedFrom }) => {
        if (mergedFrom !== undefined) return redirectSaying(ask, requestPath({ number }), portalPhrase("answered"));
        if (number !== ticket.number) return submittedFollowUp(number);
        const isOver = ticket.status === "resolved" || ticket.status === "closed";
        return redirectSaying(ask, requestPath(ticket), portalPhrase(isOver ? "answeredReopened" : "answered"));
      },
      again,
    }),
  ),
);

const followUp = upload("/requests/:number/follow-up", customers, largestFile, (ask) =>
  say(ask, ({ input, again }) =>
    submit(ask, {
      action: followUpTicket,
      input,
      done: ({ number }) => submittedFollowUp(number),
      again,
    }),
  ),
);

/** The words were written in the old request and now stand in the new one. */
const submittedFollowUp = (number: number): Answer => redirect(`${requestPath({ number })}?submitted=1`);

const saveTyped = post("/requests/:number/draft", customers, async (ask) => {
  const { id } = await ticketOfAddress(ask);
  const { db } = ask.context;
  // A page that was open while the request was merged types on where that goes on, if its reader may look there.
  const end = await findTicketById(db, ask.actor, await endOf(db, id));
  await keepTyped(ask, { ticketId: end?.id ?? id, kind: "public" });
  return empty;
});

export const answerRoutes = [answer, followUp, saveTyped];
