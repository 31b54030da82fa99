import { randomUUID } from "node:crypto";
import { NotFound } from "../../../platform/errors.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { get, post, redirect, redirectSaying, upload, type Ask } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { answerName } from "../../ticket-types/index.ts";
import { discardTicket } from "../actions/discard-ticket.ts";
import { reviseDraft } from "../actions/revise-draft.ts";
import { largestFile } from "../file-limits.ts";
import type { StoredFile, Ticket } from "../rules/ticket.ts";
import { listMessages } from "../store/messages.ts";
import { portalPhrase } from "../words-portal.ts";
import { customerOf, customers } from "./guard.ts";
import { isSentAsDraft, readRequestForm, requestFormPage } from "./request-form-page.tsx";
import { requestPage, ticketOfAddress } from "./request.tsx";

/** A request that was begun and not submitted: only its owner knows of it, and writes on. */
const draftOf = async (ask: Ask): Promise<Ticket> => {
  const ticket = await ticketOfAddress(ask);
  if (ticket.status !== "draft") throw new NotFound();
  return ticket;
};

const showDraft = get("/requests/:number/edit", customers, async (ask) => {
  const ticket = await draftOf(ask);
  const [first] = await listMessages(ask.context.db, ticket.id);
  const { type } = ticket;
  const files: readonly StoredFile[] = first?.attachments ?? [];
  return requestFormPage(ask, { type, ticket, state: formOf(ticket, first?.text ?? ""), files, once: randomUUID() });
});

/** The form as it was when the draft was kept. */
const formOf = (ticket: Ticket, text: string): FormState => {
  const answers = Object.entries(ticket.customFields).map(([key, value]) => [
    answerName(key),
    Array.isArray(value) ? value.map(String) : [String(value)],
  ]);
  const lists = Object.fromEntries(answers) as Record<string, string[]>;
  const { subject, priority, productId, versionId, moduleId } = ticket;
  const chosen = { priority, productId, versionId, moduleId };
  return {
    values: {
      subject,
      text,
      ...Object.fromEntries(Object.entries(lists).map(([name, [first = ""]]) => [name, first])),
      ...Object.fromEntries(Object.entries(chosen).map(([name, value]) => [name, value === null ? "" : String(value)])),
    },
    lists,
    errors: {},
  };
};

const keepDraft = upload("/requests/:number/edit", customers, largestFile, async (ask) => {
  const ticket = await draftOf(ask);
  const { input, again, refused } = await readRequestForm(ask, { type: ticket.type, ticket });
  if (refused) return refused;
  const submits = !isSentAsDraft(ask);
  return submit(ask, {
    action: reviseDraft,
    input: { ...input, ticketId: ticket.id, submits },
    done: () => redirect(`/requests/${ticket.number}${submits ? "?submitted=1" : ""}`),
    again,
  });
});

const discard = post("/requests/:number/discard", customers, async (ask) => {
  const ticket = await draftOf(ask);
  return submit(ask, {
    action: discardTicket,
    input: { ticketId: ticket.id },
    done: () => redirectSaying(ask, "/requests", portalPhrase("draftDiscarded")),
    again: (state) => requestPage(ask, customerOf(ask), { refused: { form: "cancel", state } }),
  });
});

export const draftRequestRoutes = [showDraft, keepDraft, discard];
