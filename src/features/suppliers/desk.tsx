import { randomUUID } from "node:crypto";
import { isAgent, type Agent } from "../../platform/actor.ts";
import { Forbidden, NotFound } from "../../platform/errors.ts";
import type { Aside } from "../../platform/feature.ts";
import { agents } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirect, type Answer, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { mailStatesByEvent } from "../outgoing-mail/index.ts";
import { getPerson, isPublicDomain, listDomains } from "../people/index.ts";
import { findTicketByNumber, listMerged, listPublicMessages, type Ticket } from "../tickets/index.ts";
import { endPassing } from "./actions/end-passing.ts";
import { passTicket } from "./actions/pass-ticket.ts";
import { writeToSupplier } from "./actions/write-to-supplier.ts";
import { listSuppliers } from "./store.ts";
import { listMessages, listPassings } from "./store-passings.ts";
import type { Passing } from "./types.ts";
import { PassPage, type Prefilled } from "./views/pass-page.tsx";
import { PassingsPage, type WrittenTo } from "./views/passings-page.tsx";
import { passHref, passingsHref } from "./views/paths.ts";
import { words } from "./words.ts";

const agentOf = ({ actor }: Ask): Agent => {
  if (!isAgent(actor)) throw new Forbidden();
  return actor;
};

const ticketOf = async (ask: Ask): Promise<Ticket> => {
  const ticket = await findTicketByNumber(ask.context.db, agentOf(ask), Number(ask.params["number"]));
  if (!ticket) throw new NotFound();
  return ticket;
};

/** Those of tickets that go on in this one belong to it. */
const passingsOf = async ({ context: { db } }: Ask, ticketId: number): Promise<Passing[]> =>
  listPassings(db, [ticketId, ...(await listMerged(db, ticketId)).map(({ id }) => id)]);

const namesOf = async ({ context: { db } }: Ask): Promise<Map<number, string>> =>
  new Map((await listSuppliers(db)).map(({ id, name }) => [id, name]));

/** Beside the ticket: where it is, and how it stands there. */
export const asideOf = async (ask: Ask, ticketId: number): Promise<readonly Aside[]> => {
  const { number } = { number: Number(ask.params["number"]) };
  const [passings, suppliers] = await Promise.all([passingsOf(ask, ticketId), listSuppliers(ask.context.db)]);
  if (passings.length === 0 && !suppliers.some(({ isRetired }) => !isRetired)) return [];
  const w = words[ask.actor.locale];
  const names = new Map(suppliers.map(({ id, name }) => [id, name]));
  const lines = passings.map(({ id, supplierId, theirNumber, theirStatus, endedAt }) => ({
    text: w.at.stands({ name: names.get(supplierId) ?? "", status: theirStatus ?? "", number: theirNumber ?? "" }),
    href: `${passingsHref(number)}#passing-${id}`,
    ...(endedAt && { about: w.at.ended }),
  }));
  return [{ title: w.at.title, lines, empty: w.at.panelNone, action: { label: w.pass.title, href: passHref(number) } }];
};

const passingsPage = async (ask: Ask, written?: WrittenTo): Promise<Page> => {
  const { db } = ask.context;
  const ticket = await ticketOf(ask);
  const passings = (await passingsOf(ask, ticket.id)).toReversed();
  const messages = await listMessages(
    db,
    passings.map(({ id }) => id),
  );
  const deliveries = await mailStatesByEvent(
    db,
    messages.flatMap(({ eventId }) => eventId ?? []),
  );
  const props = { ticket, passings, messages, deliveries, names: await namesOf(ask), once: randomUUID() };
  return page(
    `${words[ask.actor.locale].at.title} · #${ticket.number}`,
    <PassingsPage {...props} written={written} />,
    {
      width: "read",
      section: "/desk",
      topics: [`ticket:${ticket.id}`, ...passings.map(({ id }) => `supplier_passing:${id}`)],
    },
  );
};

const prefilled = async ({ context: { db } }: Ask, ticket: Ticket): Promise<Prefilled> => {
  const requester = await getPerson(db, ticket.requesterId);
  const [first] = await listPublicMessages(db, ticket.id);
  const [booked = ""] = ticket.organisationId === null ? [] : await listDomains(db, ticket.organisationId);
  const own = requester.email?.split("@").at(-1) ?? "";
  return {
    domain: booked || (isPublicDomain(own) ? "" : own),
    errorPicture: (first?.text ?? ticket.subject).slice(0, 20_000),
    contactName: requester.name,
    contactEmail: requester.email ?? "",
    contactPhone: requester.phone ?? "",
  };
};

const passPage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const ticket = await ticketOf(ask);
  const suppliers = (await listSuppliers(ask.context.db)).filter(({ isRetired }) => !isRetired);
  const [first] = await listPublicMessages(ask.context.db, ticket.id);
  const files = (first?.attachments ?? []).map(({ name }) => name);
  const props = { ticket, suppliers, state, files, once: randomUUID(), known: await prefilled(ask, ticket) };
  return page(words[ask.actor.locale].pass.title, <PassPage {...props} />, { width: "read", section: "/desk" });
};

const pass = async (ask: Ask): Promise<Answer> => {
  const { id, number } = await ticketOf(ask);
  return submit(ask, {
    action: passTicket,
    input: { ...ask.form.values(), ticketId: id },
    done: ({ name }) => saying(passingsHref(number), words[ask.actor.locale].pass.done({ name })),
    again: (state) => passPage(ask, state),
  });
};

const saying = (to: string, text: string): Answer => redirect(to, { text, tone: "success" });

/** One of this very ticket, so that nobody reaches another one's through the address. */
const passingOf = async (ask: Ask): Promise<{ number: number; passingId: number }> => {
  const ticket = await ticketOf(ask);
  const passing = (await passingsOf(ask, ticket.id)).find(({ id }) => id === Number(ask.params["passing"]));
  if (!passing) throw new NotFound();
  return { number: ticket.number, passingId: passing.id };
};

const write = async (ask: Ask): Promise<Answer> => {
  const { number, passingId } = await passingOf(ask);
  return submit(ask, {
    action: writeToSupplier,
    input: { ...ask.form.values(), passingId },
    done: () => saying(`${passingsHref(number)}#passing-${passingId}`, words[ask.actor.locale].at.sent),
    again: (state) => passingsPage(ask, { passingId, state }),
  });
};

const end = async (ask: Ask): Promise<Answer> => {
  const { number, passingId } = await passingOf(ask);
  return submit(ask, {
    action: endPassing,
    input: { passingId },
    done: () => saying(passingsHref(number), words[ask.actor.locale].at.wasEnded),
    again: (state) => passingsPage(ask, { passingId, state }),
  });
};

export const passingRoutes: readonly Route[] = [
  get("/desk/tickets/:number/suppliers", agents, (ask) => passingsPage(ask)),
  get("/desk/tickets/:number/suppliers/new", agents, (ask) => passPage(ask)),
  post("/desk/tickets/:number/suppliers/new", agents, pass),
  post("/desk/tickets/:number/suppliers/:passing/write", agents, write),
  post("/desk/tickets/:number/suppliers/:passing/end", agents, end),
];
