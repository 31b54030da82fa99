import { z } from "zod";
import { action } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Tx } from "../../platform/db/db.ts";
import { completeJobs } from "../../platform/jobs.ts";
import { after, hours, minutes, now, useClock } from "../../platform/time.ts";
import { createDesk } from "../../features/desk-settings/index.ts";
import {
  actorOfPerson,
  addOrganisation,
  addPerson,
  addTeam,
  changeMember,
  listPackages,
} from "../../features/people/index.ts";
import { addParts, addProducts, listProducts, type Product } from "../../features/products/index.ts";
import { fileAtOnce } from "../../features/incoming-mail/index.ts";
import { keepDeskAddress } from "../../features/mail-addresses/index.ts";
import { changeFields, listTicketTypes, openTicket } from "../../features/tickets/index.ts";
import { choosePresets, presetKeys } from "../../features/presets/index.ts";
import { known, type Cast, type PersonKey } from "./cast.ts";
import { pastTickets } from "./past.ts";
import { agents, customers, desk, emailOf, organisations, teams, type OrganisationKey } from "./people.ts";
import { supported } from "./products.ts";
import { rawMail } from "./mails.ts";
import { takeStep, type Orders } from "./steps.ts";
import type { DemoTicket } from "./story.ts";
import { tickets } from "./tickets.ts";
import { waysOfWorking } from "./ways.ts";

const us = system("demo", "de");

/** Tickets that are at most this many hours old are mailed about. */
const fresh = 6;

/** The whole demo desk in one transaction: an interrupted start has made nothing. */
export const seedDemo = (context: Context) =>
  action({
    name: "demo.seed",
    description: "Fills an empty desk with people, organisations and tickets to look at.",
    input: z.object({}),
    async run(tx) {
      const began = now();
      const orders: Orders = new Map();
      const inOrder = [...pastTickets, ...tickets, ...waysOfWorking].toSorted((a, b) => b.hoursAgo - a.hoursAgo);
      // Before the first of them, so that what is promised held for all.
      const oldest = inOrder[0]?.hoursAgo ?? 0;
      const { cast, products } = await atTime(after(began, -hours(oldest + 24)), () => seedDesk(tx));
      const tell = (ticket: DemoTicket) =>
        seedTicket({ context, tx }, cast, { ticket, products, orders, at: after(began, -hours(ticket.hoursAgo)) });
      for (const ticket of inOrder.filter(({ hoursAgo }) => hoursAgo >= fresh)) await tell(ticket);
      // Nobody wants hundreds of mails about what is long over; those of the last hours fill the mailbox.
      await completeJobs(tx);
      for (const ticket of inOrder.filter(({ hoursAgo }) => hoursAgo < fresh)) await tell(ticket);
    },
  });

const seedDesk = async (tx: Tx): Promise<{ cast: Cast; products: Product[] }> => {
  const cast = await seedPeople(tx);
  const products = await seedProducts(tx);
  await choosePresets.run(tx, us, choosePresets.input.parse({ presets: presetKeys, overwrite: true }));
  return { cast, products };
};

const atTime = async <T>(at: Date, run: () => Promise<T>): Promise<T> => {
  const restore = useClock(() => at);
  try {
    return await run();
  } finally {
    restore();
  }
};

const seedPeople = async (tx: Tx): Promise<Cast> => {
  await createDesk.run(tx, us, createDesk.input.parse(desk));
  await keepDeskAddress.run(tx, us, {});
  const cast = new Map<PersonKey, number>();
  for (const { key, name, role, locale } of agents)
    cast.set(key, await add(tx, { name, email: emailOf(key), role, locale }));
  for (const { name, level } of teams) {
    const memberIds = agents.filter((agent) => inTeam(agent, name)).map(({ key }) => known(cast, key));
    await addTeam.run(tx, us, addTeam.input.parse({ name, level, memberIds }));
  }
  const organisationIds = new Map<OrganisationKey, number>();
  const packages = await listPackages(tx);
  for (const { key, domain, package: booked, ...facts } of organisations) {
    const packageId = packages.find(({ names }) => names.en === booked)?.id;
    const input = addOrganisation.input.parse({ ...facts, domains: domain, packageId });
    organisationIds.set(key, (await addOrganisation.run(tx, us, input)).organisationId);
  }
  for (const customer of customers) {
    const organisationId = organisationIds.get(customer.organisation);
    const personId = await add(tx, {
      name: customer.name,
      email: emailOf(customer.key),
      locale: customer.locale,
      organisationId,
    });
    cast.set(customer.key, personId);
    if ("isManager" in customer)
      await changeMember.run(tx, us, changeMember.input.parse({ organisationId, personId, to: "manager" }));
  }
  return cast;
};

const inTeam = ({ teams: of }: (typeof agents)[number], name: string): boolean =>
  (of as readonly string[]).includes(name);

const add = async (tx: Tx, person: Record<string, unknown>): Promise<number> =>
  (await addPerson.run(tx, us, addPerson.input.parse(person))).personId;

/** Tells one ticket's story with the clock at the times it happened. */
const seedTicket = async (
  house: House,
  cast: Cast,
  { ticket, products, orders, at: openedAt }: Opening & { orders: Orders; at: Date },
): Promise<void> => {
  const { tx } = house;
  let at = openedAt;
  const restore = useClock(() => at);
  try {
    const { ticketId } = await openAs(house, cast, { ticket, products });
    const present = after(openedAt, hours(ticket.hoursAgo));
    for (const step of ticket.steps) {
      at = after(at, minutes(step.after));
      if (at > present) break;
      await takeStep(tx, await actorOfPerson(tx, known(cast, step.by)), {
        cast,
        orders,
        ticket: { id: ticketId, by: ticket.by },
        step,
      });
    }
  } finally {
    restore();
  }
};

const seedProducts = async (tx: Tx): Promise<Product[]> => {
  const lines = supported.map(({ name }) => name).join("\n");
  const { added } = await addProducts.run(tx, us, addProducts.input.parse({ lines }));
  for (const { id: productId, name } of added) {
    const product = supported.find((each) => each.name === name);
    for (const part of ["version", "module"] as const) {
      const names = product?.[`${part}s`].join("\n");
      await addParts.run(tx, us, addParts.input.parse({ productId, part, lines: names }));
    }
  }
  return listProducts(tx);
};

/** What a customer answers to a malfunction's questions when nothing is special about it. */
const usualAnswers = { error_message: "no", affected: "everybody", browsers: "all_browsers", content: "all_content" };

interface Opening {
  ticket: DemoTicket;
  products: readonly Product[];
}

/** Where the story happens. */
interface House {
  context: Context;
  tx: Tx;
}

const openAs = (house: House, cast: Cast, opening: Opening): Promise<{ ticketId: number }> =>
  opening.ticket.channel === "mail" ? openByMail(house, cast, opening) : openByHand(house, cast, opening);

/** The mail arrives as others do; what it does not say, whoever takes the ticket finds out. */
const openByMail = async ({ context, tx }: House, cast: Cast, { ticket, products }: Opening) => {
  const { by, cc = [], subject, text, type, priority, product: productName, productVersion, steps } = ticket;
  const typeId = (await listTicketTypes(tx)).find(({ key }) => key === type)?.id;
  const { ticketId } = await fileAtOnce(context, tx, {
    source: "smtp",
    envelopeFrom: emailOf(by),
    envelopeTo: [desk.mailAddress],
    raw: rawMail({ by, cc, subject, text, number: now().getTime() }),
    typeId,
  });
  const product = products.find(({ name }) => name === productName);
  const agent = agents.find(({ key }) => key === steps[0]?.by);
  const facts = {
    priority,
    productId: product?.id,
    versionId: product?.versions.find(({ name }) => name === productVersion)?.id,
  };
  if (agent && (priority !== undefined || product))
    await changeFields.run(
      tx,
      await actorOfPerson(tx, known(cast, agent.key)),
      changeFields.input.parse({ ticketId, ...facts }),
    );
  return { ticketId };
};

const openByHand = async ({ tx }: House, cast: Cast, { ticket, products }: Opening) => {
  const { by, cc = [], type, channel, product: productName, productVersion, answers, ...facts } = ticket;
  const product = products.find(({ name }) => name === productName);
  const opener: PersonKey = channel === "telephone" ? "ben" : by;
  const input = openTicket.input.parse({
    ...facts,
    typeKey: type,
    ...(type === "malfunction" && channel === "portal" && { customFields: usualAnswers }),
    ...(answers && { customFields: answers }),
    productId: product?.id,
    versionId: product?.versions.find(({ name }) => name === productVersion)?.id,
    channel,
    cc: cc.map((key) => ({ name: "", email: emailOf(key) })),
    ...(channel === "telephone" && { requesterId: known(cast, by) }),
  });
  return openTicket.run(tx, await actorOfPerson(tx, known(cast, opener)), input);
};
