import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { sanitiseHtml } from "../../../platform/html/safe-html.ts";
import { textOfWritten } from "../../../platform/html/plain-text.ts";
import { agents } from "../../../platform/http/access.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  post,
  redirect,
  redirectSaying,
  upload,
  type Answer,
  type Ask,
  type Page,
} from "../../../platform/http/route.ts";
import { formAgain, submit } from "../../../platform/http/submit.ts";
import { getPerson } from "../../people/index.ts";
import { addNote } from "../actions/add-note.ts";
import { addUpdate } from "../actions/add-update.ts";
import { sendAnswer } from "../actions/send-answer.ts";
import { undoReply } from "../actions/undo-reply.ts";
import { largestFile, mostFiles } from "../file-limits.ts";
import { filesOf } from "../portal/kept-files.ts";
import type { TimelineEntry } from "../rules/sight.ts";
import type { MessageKind, Ticket } from "../rules/ticket.ts";
import { typedInOf, typedResult } from "../typing.ts";
import { ticketPath } from "../views/desk/ticket-screen.ts";
import { deskPhrase } from "../words-desk.ts";
import { agentOf, ticketBack, ticketOfAddress } from "./guard.ts";
import { ticketPage } from "./ticket.tsx";

/** In seconds; the flash counts them down. */
const undoFor = 10;

interface Writing<S extends z.ZodType, O> {
  kind: MessageKind;
  action: Action<S, O>;
  /** Beside ticket, words and files. */
  input(ask: Ask): Record<string, unknown>;
  done(facts: { ask: Ask; ticket: Ticket; output: O }): Answer | Promise<Answer>;
}

/** One kind of words: refused, everything comes back, with what happened meanwhile. */
const write =
  <S extends z.ZodType, O>({ kind, action, input, done }: Writing<S, O>) =>
  async (ask: Ask): Promise<Answer> => {
    const ticket = await ticketOfAddress(ask);
    const attachments = filesOf(ask);
    const again = (state: FormState): Promise<Page> => refusedPage(ask, { kind, state, files: attachments });
    if (attachments.length > mostFiles)
      return {
        ...(await again(formAgain(ask, { files: deskPhrase("tooManyFiles", { most: mostFiles }) }))),
        status: 422,
      };
    return submit(ask, {
      action,
      input: { ticketId: ticket.id, ...spokenIn(ask), attachments, typedIn: typedInOf(ask), ...input(ask) },
      done: (output) => done({ ask, ticket, output }),
      again,
    });
  };

/** The editor sends HTML beside the text; the text alone is what a page without script sends. */
const spokenIn = ({ form }: Ask): { text: string; html?: string } => {
  const written = form.text("html");
  const html = written === "" ? undefined : sanitiseHtml(written);
  return html === undefined ? { text: form.text("text") } : { text: textOfWritten(html), html };
};

const refusedPage = (
  ask: Ask,
  { kind, state, files }: { kind: MessageKind; state: FormState; files: ReturnType<typeof filesOf> },
): Promise<Page> => {
  const seen = Number(ask.form.text("seen")) || 0;
  const { personId } = agentOf(ask);
  const isCollision = state.problem === deskPhrase("newWords").say(ask.actor.locale);
  return ticketPage(ask, {
    refused: { kind, state: withCcError(state), isCollision },
    files,
    meanwhile: (entries) => (state.problem ? since(entries, { seen, personId, isCollision }) : []),
  });
};

/** Each wrong address has an error of its own, but they stand in one field. */
const withCcError = ({ errors, ...state }: FormState): FormState => {
  const others = Object.entries(errors).filter(([name]) => !name.startsWith("cc.") && name !== "email");
  const ofCc = Object.entries(errors).find(([name]) => name.startsWith("cc.") || name === "email");
  return { ...state, errors: { ...Object.fromEntries(others), ...(ofCc && { cc: ofCc[1] }) } };
};

/** What others did after the newest message that the writer had seen. */
const since = (
  entries: readonly TimelineEntry[],
  { seen, personId, isCollision }: { seen: number; personId: number; isCollision: boolean },
): TimelineEntry[] => {
  const seenEvent = entries.find(({ message }) => message?.id === seen)?.id ?? 0;
  return entries.filter(
    ({ id, actor, message }) =>
      id > seenEvent && actor.id !== personId && (!isCollision || message?.isInternal === false),
  );
};

const reply = upload(
  "/desk/tickets/:number/reply",
  agents,
  largestFile,
  write({
    kind: "public",
    action: sendAnswer,
    input: ({ form }) => ({
      seen: form.text("seen") || undefined,
      uncopy: form.all("uncopy"),
      cc: form.text("cc"),
      thenStatus: form.text("thenStatus") || undefined,
      version: form.text("version") || undefined,
      result: typedResult(form),
      holdSeconds: undoFor,
    }),
    async done({ ask, ticket, output: { messageId } }) {
      const { name } = await getPerson(ask.context.db, ticket.requesterId);
      return redirect(ticketBack(ask, ticket), {
        text: deskPhrase("answerSent", { name }).say(ask.actor.locale),
        tone: "success",
        undo: { action: ticketPath(ticket, `/messages/${messageId}/take-back`), fields: {}, seconds: undoFor },
      });
    },
  }),
);

const note = upload(
  "/desk/tickets/:number/note",
  agents,
  largestFile,
  write({
    kind: "note",
    action: addNote,
    input: () => ({}),
    done: ({ ask, ticket }) => redirectSaying(ask, ticketBack(ask, ticket), deskPhrase("noteSaved")),
  }),
);

const update = upload(
  "/desk/tickets/:number/update",
  agents,
  largestFile,
  write({
    kind: "update",
    action: addUpdate,
    input: ({ form }) => ({ isInternal: form.text("isInternal") }),
    done: ({ ask, ticket }) => redirectSaying(ask, ticketBack(ask, ticket), deskPhrase("updateAdded")),
  }),
);

const takeBack = post("/desk/tickets/:number/messages/:messageId/take-back", agents, async (ask) => {
  const ticket = await ticketOfAddress(ask);
  return submit(ask, {
    action: undoReply,
    input: { messageId: ask.params["messageId"] },
    done: () => redirectSaying(ask, `${ticketBack(ask, ticket)}#composer`, deskPhrase("takenBack")),
    again: (state) => ticketPage(ask, { refused: { kind: "other", state, isCollision: false } }),
  });
});

export const writeRoutes = [reply, note, update, takeBack];
