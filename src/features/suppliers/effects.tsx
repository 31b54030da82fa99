import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Effect, Effects, StoredEvent } from "../../platform/events.ts";
import { getDesk } from "../desk-settings/index.ts";
import { senderOf } from "../mail-addresses/index.ts";
import { queueMail, replyAddress } from "../outgoing-mail/index.ts";
import { listAgents, listTeams, type Person } from "../people/index.ts";
import { findMessageOfEvent, findTicketById, listMerged, smallFiles, type Ticket } from "../tickets/index.ts";
import { tellSupplier } from "./actions/tell-supplier.ts";
import { AnsweredMail } from "./emails/answered-mail.tsx";
import { mailSupplier } from "./mailing.tsx";
import { getSupplier } from "./store.ts";
import { findPassing, listMessages, listPassings } from "./store-passings.ts";
import type { Passing } from "./types.ts";
import { words } from "./words.ts";
import { mailWords } from "./words.mails.ts";

const us = system("suppliers");

interface OpenPassing {
  passing: Passing;
  /** It came with a merged ticket whose customers and those of this one know nothing of each other. */
  isApart: boolean;
}

/** Of the ticket and those that go on in it, as far as they have not ended. */
const openPassings = async ({ db }: Context, ticketId: number): Promise<OpenPassing[]> => {
  const merged = await listMerged(db, ticketId);
  const apart = new Set(merged.flatMap(({ id, isApart }) => (isApart ? [id] : [])));
  const all = await listPassings(db, [ticketId, ...merged.map(({ id }) => id)]);
  return all
    .filter(({ endedAt }) => endedAt === null)
    .map((passing) => ({ passing, isApart: apart.has(passing.ticketId) }));
};

const passingOf = async ({ db }: Context, { payload }: StoredEvent): Promise<Passing | undefined> =>
  typeof payload["passingId"] === "number" ? findPassing(db, payload["passingId"]) : undefined;

const mailWritten: Effect = {
  name: "suppliers.mail-written",
  async run(context, event) {
    const passing = await passingOf(context, event);
    if (passing) await mailSupplier(context, event, passing);
  },
};

const sendOn: Effect = {
  name: "suppliers.send-on",
  async run(context, event) {
    const message = await findMessageOfEvent(context.db, event.id);
    if (!message || message.isInternal || message.side !== "customer") return;
    for (const { passing, isApart } of await openPassings(context, event.subject.id)) {
      // Those of the other ticket were never asked whether they may be contacted.
      if (!passing.sendsAnswers || isApart || passing.passedAt > event.at) continue;
      const said = { passingId: passing.id, kind: "sent-on", eventId: event.id } as const;
      await act(context.db, us, tellSupplier, {
        ...said,
        authorName: message.authorName,
        text: message.text,
        attachments: smallFiles(message),
      });
      await mailSupplier(context, event, passing);
    }
  },
};

type Told = keyof (typeof mailWords)["en"]["told"];

const tell = (what: Told): Effect => ({
  name: `suppliers.tell-${what}`,
  async run(context, event) {
    const ticket = await findTicketById(context.db, us, event.subject.id);
    if (!ticket) return;
    const { name } = await getDesk(context.db);
    for (const { passing } of await openPassings(context, ticket.id)) {
      const { locale } = await getSupplier(context.db, passing.supplierId);
      const text = mailWords[locale].told[what]({ number: ticket.number });
      const authorName = event.actor.kind === "agent" ? event.actor.name : name;
      await act(context.db, us, tellSupplier, {
        passingId: passing.id,
        kind: "told",
        eventId: event.id,
        authorName,
        text,
      });
      await mailSupplier(context, event, passing);
    }
  },
});

const tellAssignees: Effect = {
  name: "suppliers.tell-assignees",
  async run(context, event) {
    const { db, signer, baseUrl } = context;
    const passing = await passingOf(context, event);
    const ticket = await findTicketById(db, us, event.subject.id);
    const message =
      passing &&
      (await listMessages(db, [passing.id])).find(
        ({ noteId }) => noteId !== null && noteId === event.payload["noteId"],
      );
    if (!passing || !ticket || !message) return;
    const { name: supplier } = await getSupplier(db, passing.supplierId);
    const desk = await getDesk(db);
    const sender = await senderOf(db, { about: event.subject, teamId: ticket.teamId });
    for (const { id, name, email, locale, timeZone } of await colleaguesAt(context, ticket)) {
      if (email === null) continue;
      const reading = { locale, timeZone };
      const href = `${baseUrl}/desk/tickets/${ticket.number}`;
      await queueMail(context, {
        template: "suppliers.answered",
        to: { personId: id, name, address: email },
        locale,
        subject: mailWords[locale].toColleague.subject({ number: ticket.number, supplier }),
        body: <AnsweredMail {...{ reading, desk, supplier, message, href }} />,
        sender,
        authorName: words[locale].from({ supplier, name: message.authorName }),
        about: event.subject,
        eventId: event.id,
        isColleague: true,
        onceKey: `suppliers.answered ${event.id} to ${id}`,
        replyTo: replyAddress({
          ...{ signer, desk: { mailAddress: sender.address }, ticketId: ticket.id, personId: id, isInternal: true },
        }),
      });
    }
  },
};

/** Those who are assigned, else the team, else everybody at the desk. */
const colleaguesAt = async ({ db }: Context, { assigneeIds, teamId }: Ticket): Promise<Person[]> => {
  const agents = await listAgents(db);
  const team = (await listTeams(db)).find(({ id }) => id === teamId);
  const ids = assigneeIds.length > 0 ? assigneeIds : (team?.memberIds ?? []);
  const found = agents.filter(({ id }) => ids.includes(id));
  return found.length > 0 ? found : agents;
};

export const supplierEffects: Effects = {
  "supplier.added": [],
  "supplier.changed": [],
  "supplier.retired": [],
  "supplier.restored": [],
  "supplier.deleted": [],
  "ticket.passed-to-supplier": [mailWritten],
  "ticket.written-to-supplier": [mailWritten],
  "ticket.supplier-answered": [tellAssignees],
  "ticket.answered": [sendOn],
  "ticket.resolved": [tell("resolved")],
  "ticket.closed": [tell("closed")],
  "ticket.cancelled": [tell("cancelled")],
  "ticket.reopened": [tell("reopened")],
};
