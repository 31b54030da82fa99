import { randomUUID } from "node:crypto";
import type { Customer } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { askedPictures } from "../../../platform/http/pictures.ts";
import type { Ask } from "../../../platform/http/route.ts";
import { onceField } from "../../../platform/http/submit.ts";
import { approvalsAbout } from "../../approvals/index.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { organisationsByIds, peopleByIds } from "../../people/index.ts";
import { listProducts } from "../../products/index.ts";
import { picturesOfMessages } from "../answer-pictures.ts";
import { largestFile, mostFiles } from "../file-limits.ts";
import { buttonsInPortal } from "../rules/buttons.ts";
import { can, offers } from "../rules/policy.ts";
import { customerView, type TimelineEntry } from "../rules/sight.ts";
import { reopenableUntil, type Verb } from "../rules/status.ts";
import type { StoredFile, Ticket } from "../rules/ticket.ts";
import { listAccesses } from "../store/accesses.ts";
import { findDraft } from "../store/drafts.ts";
import { endOf } from "../store/merges.ts";
import { ordersOf } from "../store/orders.ts";
import { readTimes } from "../store/reads.ts";
import { findTicketById } from "../store/tickets.ts";
import { listReadMerged, listTimeline } from "../store/timeline.ts";
import { listDevelopmentStatuses, listTicketTypes } from "../../ticket-types/index.ts";
import type { HistoryReader } from "../views/portal/happened.tsx";
import { productNamesOf } from "../views/product-names.ts";
import type { RequestView } from "../views/portal/request-view.ts";
import { keepFiles } from "./kept-files.ts";
import { isWriterOf } from "./rows.ts";

/** What only the request at hand knows: the form that was just refused, and the files that came with it. */
export interface Moment {
  refused?: RequestView["refused"];
  files?: readonly StoredFile[];
}

/** Loads everything that the page of the request shows to this customer. */
export const viewOf = async (
  ask: Ask,
  { actor, ticket, moment = {} }: { actor: Customer; ticket: Ticket; moment?: Moment | undefined },
): Promise<RequestView> => {
  const { db, signer } = ask.context;
  const entries = await listTimeline(db, actor, ticket);
  const people = await peopleByIds(db, [ticket.requesterId, ...ticket.participantIds, ...peopleIn(entries)]);
  const names = await historyOf(ask, { actor, ticket, entries, people });
  const before = ticket.followUpOf === null ? undefined : await findTicketById(db, actor, ticket.followUpOf);
  const into = await intoOf(db, actor, ticket);
  const typed = await findDraft(db, actor.personId, { ticketId: ticket.id, kind: "public" });
  const files = moment.files ?? typed?.attachments ?? [];
  return {
    ticket: customerView(ticket),
    entries,
    offers: buttonsInPortal(into?.takesWords ? without("followUp", offers(actor, ticket)) : offers(actor, ticket)),
    readerId: actor.personId,
    isWriter: isWriterOf(actor, ticket),
    requesterName: people.get(ticket.requesterId)?.name ?? "",
    organisationName: ticket.organisationId === null ? undefined : names.organisation(ticket.organisationId),
    accesses: await listAccesses(db, [ticket.id, ...(await listReadMerged(db, actor, ticket)).map(({ id }) => id)]),
    approvals: await approvalsAbout(db, "ticket", ticket.id),
    readerName: actor.name,
    participants: ticket.participantIds.flatMap((id) => people.get(id) ?? []),
    history: names.history,
    followUpOf: before && { number: before.number, subject: before.subject },
    into: into && { number: into.number, subject: into.subject },
    orders: (await ordersOf(db, [ticket.id])).get(ticket.id) ?? [],
    reopenableUntil: reopenableUntil(ticket),
    readAt: (await readTimes(db, actor.personId, [ticket.id])).get(ticket.id) ?? null,
    pictures: askedPictures(ask, picturesOfMessages),
    submitted: isJustSubmitted(ask, actor, ticket) ? { email: actor.email } : undefined,
    draft: { text: typed?.text ?? "", version: typed?.version ?? 0 },
    draftUrl: `/requests/${ticket.number}/draft`,
    keptFiles: keepFiles(signer, files),
    refused: moment.refused,
    once: ask.form.text(onceField) || randomUUID(),
    files: { most: largestFile, count: mostFiles },
  };
};

/** Where a merged request goes on, as far as this reader may know, and whether he may write there. */
const intoOf = async (db: Reader, actor: Customer, ticket: Ticket) => {
  if (ticket.mergedInto === null) return undefined;
  const end = await findTicketById(db, actor, await endOf(db, ticket.id));
  return end && { number: end.number, subject: end.subject, takesWords: can(actor, "answer", end) };
};

const without = (verb: Verb, all: ReadonlySet<Verb>): ReadonlySet<Verb> =>
  new Set([...all].filter((each) => each !== verb));

/** The confirmation stands until somebody of the desk has done something. */
const isJustSubmitted = ({ query }: Ask, { personId }: Customer, ticket: Ticket): boolean =>
  query.has("submitted") && ticket.openedBy === personId && ticket.status === "open" && ticket.firstAnsweredAt === null;

interface Known {
  actor: Customer;
  ticket: Ticket;
  entries: readonly TimelineEntry[];
  people: Awaited<ReturnType<typeof peopleByIds>>;
}

const historyOf = async (
  { context: { db } }: Ask,
  { actor, ticket, entries, people }: Known,
): Promise<{ history: HistoryReader; organisation(id: number): string }> => {
  const organisations = await organisationsByIds(db, [
    ...(ticket.organisationId === null ? [] : [ticket.organisationId]),
    ...valuesOf(entries, "organisationId"),
  ]);
  const types = await listTicketTypes(db);
  const products = await listProducts(db);
  const developmentStatuses = await listDevelopmentStatuses(db);
  const organisation = (id: number): string => organisations.get(id)?.name ?? "";
  return {
    organisation,
    history: {
      locale: actor.locale,
      type: ticket.type,
      deskName: (await getDesk(db)).name,
      isWriter: isWriterOf(actor, ticket),
      names: {
        person: (id) => people.get(id)?.name ?? "",
        organisation,
        developmentStatus: (id) => developmentStatuses.find((status) => status.id === id)?.names[actor.locale] ?? "",
        product: productNamesOf(products),
        type: (id) => types.find((type) => type.id === id)?.names[actor.locale] ?? "",
      },
    },
  };
};

const valuesOf = (entries: readonly TimelineEntry[], field: "organisationId" | "requesterId"): number[] =>
  entries.flatMap(({ changes }) =>
    [changes[field]?.from, changes[field]?.to].filter((value) => typeof value === "number"),
  );

const peopleIn = (entries: readonly TimelineEntry[]): number[] => [
  ...valuesOf(entries, "requesterId"),
  ...entries.flatMap(({ payload: { personId } }) => (typeof personId === "number" ? [personId] : [])),
];
