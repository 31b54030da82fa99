import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { agents } from "../../../platform/http/access.ts";
import { post, redirect, redirectSaying, type Answer, type Ask, type Flash } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { listTeams } from "../../people/index.ts";
import { escalateTicket } from "../actions/escalate-ticket.ts";
import { mergeTicket } from "../actions/merge-ticket.ts";
import { passOnTicket } from "../actions/pass-on-ticket.ts";
import { splitTicket } from "../actions/split-ticket.ts";
import { unmergeTicket } from "../actions/unmerge-ticket.ts";
import { undoMergeSeconds } from "../effects/together-mails.ts";
import type { Ticket } from "../rules/ticket.ts";
import { ticketHref, ticketPath } from "../views/desk/ticket-screen.ts";
import type { TicketDialogName } from "../views/desk/together.ts";
import { togetherPhrase } from "../words-together.ts";
import { listOf, ticketBack, ticketOfAddress } from "./guard.ts";
import { ticketPage } from "./ticket.tsx";

interface Meeting<S extends z.ZodType, O> {
  name: TicketDialogName;
  action: Action<S, O>;
  /** Beside the ticket's id. */
  input: Record<string, unknown>;
  ticket: Ticket;
  done(output: O): Answer | Promise<Answer>;
}

/** Runs what a dialog asks for; refused, the dialog stands there as it was sent, over the ticket as it is now. */
const meet = <S extends z.ZodType, O>(
  ask: Ask,
  { name, action, input, ticket, done }: Meeting<S, O>,
): Promise<Answer> =>
  submit(ask, {
    action,
    input: { ticketId: ticket.id, ...input },
    done,
    again: (state) => ticketPage(ask, { dialog: { name, state } }),
  });

const versionOf = ({ form }: Ask): string | undefined => form.text("version") || undefined;
const numberIn = ({ form }: Ask): string => form.text("number").replace(/^\s*#/, "");

const merge = post("/desk/tickets/:number/merge", agents, async (ask) => {
  const { form } = ask;
  const ticket = await ticketOfAddress(ask);
  return meet(ask, {
    name: "merge",
    action: mergeTicket,
    ticket,
    input: {
      version: versionOf(ask),
      number: numberIn(ask),
      reason: form.text("reason"),
      sight: form.text("sight") || undefined,
    },
    done: ({ intoNumber }) =>
      redirect(ticketHref(intoNumber, listOf(ask)), mergedFlash(ask, { number: ticket.number, into: intoNumber })),
  });
});

const mergedFlash = ({ actor }: Ask, merged: { number: number; into: number }): Flash => ({
  text: togetherPhrase("merged", merged).say(actor.locale),
  tone: "success",
  undo: { action: ticketPath(merged, "/unmerge"), fields: {}, seconds: undoMergeSeconds },
});

const unmerge = post("/desk/tickets/:number/unmerge", agents, async (ask) => {
  const ticket = await ticketOfAddress(ask);
  const { number } = ticket;
  return submit(ask, {
    action: unmergeTicket,
    input: { ticketId: ticket.id },
    done: ({ mailed }) =>
      redirectSaying(ask, ticketBack(ask, ticket), togetherPhrase("unmerged", { number, names: mailed.join(", ") })),
    again: (state) => ticketPage(ask, { refused: { kind: "other", state, isCollision: false } }),
  });
});

const split = post("/desk/tickets/:number/split", agents, async (ask) => {
  const { form } = ask;
  const ticket = await ticketOfAddress(ask);
  return meet(ask, {
    name: "split",
    action: splitTicket,
    ticket,
    input: {
      messageId: form.text("messageId"),
      subject: form.text("subject"),
      andFollowing: form.text("andFollowing"),
    },
    done: ({ splitNumber }) =>
      redirect(ticketHref(splitNumber, listOf(ask)), {
        text: togetherPhrase("split", { number: splitNumber }).say(ask.actor.locale),
        tone: "success",
        // Merged back, the new ticket goes on in the old one.
        undo: {
          action: ticketPath({ number: splitNumber }, "/merge"),
          fields: { number: String(ticket.number), sight: "together" },
          seconds: undoMergeSeconds,
        },
      }),
  });
});

const escalate = post("/desk/tickets/:number/escalate", agents, async (ask) => {
  const { form } = ask;
  const ticket = await ticketOfAddress(ask);
  return meet(ask, {
    name: "escalate",
    action: escalateTicket,
    ticket,
    input: {
      version: versionOf(ask),
      ...(form.text("number") && { number: numberIn(ask) }),
      subject: form.text("subject"),
      text: form.text("text"),
      teamId: form.text("teamId") || undefined,
      reason: form.text("reason"),
    },
    done: ({ technicalNumber: number }) =>
      redirectSaying(ask, ticketBack(ask, ticket), togetherPhrase("escalated", { number })),
  });
});

const passOn = post("/desk/tickets/:number/pass-on", agents, async (ask) => {
  const { form } = ask;
  const ticket = await ticketOfAddress(ask);
  return meet(ask, {
    name: "pass-on",
    action: passOnTicket,
    ticket,
    input: {
      version: versionOf(ask),
      teamId: form.text("teamId"),
      reason: form.text("reason"),
      keepAssignees: form.text("keepAssignees"),
    },
    done: async () => {
      const team = (await listTeams(ask.context.db)).find(({ id }) => id === Number(form.text("teamId")))?.name ?? "";
      return redirectSaying(ask, ticketBack(ask, ticket), togetherPhrase("passedOn", { team }));
    },
  });
});

export const meetingRoutes = [merge, unmerge, split, escalate, passOn];
