import { randomUUID } from "node:crypto";
import type { Agent } from "../../../platform/actor.ts";
import { askedPictures } from "../../../platform/http/pictures.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { undeliverableAmong } from "../../outgoing-mail/index.ts";
import { getPerson, peopleByIds } from "../../people/index.ts";
import { approvalsAbout } from "../../approvals/index.ts";
import { picturesOfMessages } from "../answer-pictures.ts";
import { approversFor } from "../approvers.ts";
import { filterOf } from "../filter.ts";
import { buttonsAtDesk } from "../rules/buttons.ts";
import { agentView } from "../rules/sight.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listKeptClocks } from "../store/clocks.ts";
import { listAccesses } from "../store/accesses.ts";
import { listDoneSteps } from "../store/steps.ts";
import { countTickets, listTickets } from "../store/lists.ts";
import { listLinks } from "../store/links.ts";
import { listPresences } from "../store/presence.ts";
import { readTimes } from "../store/reads.ts";
import { listReadMerged, listTimeline } from "../store/timeline.ts";
import { ticketsByIds } from "../store/tickets.ts";
import { nameOf } from "../views/desk/around.ts";
import { peopleIn } from "../views/desk/history.tsx";
import type { LinkedTicket, Onlooker, TicketScreen } from "../views/desk/ticket-screen.ts";
import { aroundOf } from "./around.ts";
import { besideOf, type Beside } from "./beside.ts";
import { deliveriesOf } from "./deliveries.ts";
import { begunOf, cannedFor } from "./begun.ts";
import { listOf } from "./guard.ts";
import type { TicketMoment } from "./moment.ts";
import { offeredAtDesk } from "./offered.ts";
import { togetherOf } from "./together.ts";

interface Facts {
  actor: Agent;
  ticket: Ticket;
  moment: TicketMoment;
}

/** Loads everything that the ticket's page shows, and the list beside it. */
export const screenOf = async (
  ask: Ask,
  { actor, ticket, moment }: Facts,
): Promise<{ screen: TicketScreen; beside: Beside }> => {
  const { db } = ask.context;
  const list = listOf(ask);
  const [entries, links, onlookers, reads, requester, others, beside] = await Promise.all([
    listTimeline(db, actor, ticket),
    linksOf(ask, actor, ticket),
    onlookersOf(ask, actor, ticket),
    readTimes(db, actor.personId, [ticket.id]),
    getPerson(db, ticket.requesterId),
    othersOf(ask, actor, ticket),
    besideOf(ask, actor, { ticket, list }),
  ]);
  const merged = await listReadMerged(db, actor, ticket);
  const [doneSteps, accesses] = await Promise.all([
    listDoneSteps(db, ticket.id),
    listAccesses(db, [ticket.id, ...merged.map(({ id }) => id)]),
  ]);
  const approvals = await approvalsAbout(db, "ticket", ticket.id);
  const offered = await offeredAtDesk(db, actor, ticket);
  const candidates = offered.has("propose") ? await approversFor(db, ticket) : [];
  const together = await togetherOf(ask, { actor, ticket, entries, moment });
  const doers = [
    ...doneSteps.flatMap(({ doneBy }) => doneBy ?? []),
    ...together.tasks.flatMap(({ assigneeId, doneBy }) => [assigneeId ?? [], doneBy ?? []].flat()),
  ];
  const [around, deliveries] = await Promise.all([
    aroundOf(db, [ticket], [...peopleIn(entries), ...doers]),
    deliveriesOf(db, entries),
  ]);
  const screen: TicketScreen = {
    ticket: agentView(ticket),
    offers: buttonsAtDesk(ticket, offered),
    entries,
    deliveries,
    around,
    viewer: { id: actor.personId, name: actor.name },
    readAt: reads.get(ticket.id) ?? null,
    pictures: askedPictures(ask, picturesOfMessages),
    requester,
    undeliverable: await undeliverableAmong(db, addressesOf([requester, ...around.people.values()])),
    organisation: ticket.organisationId === null ? undefined : around.organisations.get(ticket.organisationId),
    others,
    links,
    doneSteps,
    accesses,
    clocks: await listKeptClocks(db, ticket.id),
    approvals,
    candidates,
    together,
    onlookers,
    begun: await begunOf(ask, { actor, ticket, entries, moment }),
    canned: await cannedFor(ask, { actor, ticket, requester }),
    refused: moment.refused && { ...moment.refused, meanwhile: moment.meanwhile?.(entries) ?? [] },
    // A refused form comes back as the page it was, so that the draft it has saved is still its own.
    once: ask.form.text(onceField) || randomUUID(),
    lastMessageId: entries.findLast(({ message }) => message?.isInternal === false)?.message?.id ?? 0,
    list,
    neighbours: beside.neighbours,
  };
  return { screen, beside };
};

const addressesOf = (people: readonly { email: string | null }[]): string[] =>
  people.flatMap(({ email }) => email ?? []);

/** Who else has the ticket open now. */
export const onlookersOf = async ({ context: { db } }: Ask, actor: Agent, ticket: Ticket): Promise<Onlooker[]> => {
  const presences = (await listPresences(db, ticket.id)).filter(({ personId }) => personId !== actor.personId);
  const people = await peopleByIds(
    db,
    presences.map(({ personId }) => personId),
  );
  return presences.map(({ personId, isWriting }) => ({ personId, name: nameOf({ people }, personId), isWriting }));
};

const linksOf = async ({ context: { db } }: Ask, actor: Agent, ticket: Ticket): Promise<LinkedTicket[]> => {
  const links = await listLinks(db, ticket.id);
  const tickets = await ticketsByIds(
    db,
    actor,
    links.map(({ otherId }) => otherId),
  );
  return links.flatMap(({ otherId, ...link }) => {
    const other = tickets.get(otherId);
    return other ? [{ ...link, ticket: other }] : [];
  });
};

const othersShown = 5;

const othersOf = async ({ context: { db } }: Ask, actor: Agent, ticket: Ticket): Promise<TicketScreen["others"]> => {
  const filter = filterOf({ requesterIds: [ticket.requesterId] });
  const [{ tickets }, [total = 0]] = await Promise.all([
    listTickets(db, actor, { filter, size: othersShown + 1 }),
    countTickets(db, actor, [filter]),
  ]);
  return { tickets: tickets.filter(({ id }) => id !== ticket.id).slice(0, othersShown), total: total - 1 };
};
