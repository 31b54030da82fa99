import { describe, expect, it } from "vitest";
import { effects, jobs } from "../../src/app/features.ts";
import {
  addOrganisation,
  addTeam,
  changeOrganisation,
  changeTeam,
  deactivatePerson,
  ensurePerson,
  inviteMember,
  listPackages,
  organisationsOf,
  proveAddress,
  requestSeats,
  addMember,
} from "../../src/features/people/index.ts";
import { addType, changeType, endType, listTicketTypes } from "../../src/features/ticket-types/index.ts";
import { assignByRule } from "../../src/features/tickets/actions/assign-by-rule.ts";
import {
  assignTicket,
  changeFields,
  closeTicket,
  findTicketById,
  openTicket,
} from "../../src/features/tickets/index.ts";
import { act } from "../../src/platform/act.ts";
import { system } from "../../src/platform/actor.ts";
import { eventJobs, getEvent, listEvents } from "../../src/platform/events.ts";
import { drainJobs } from "../../src/platform/jobs.ts";
import { castOf, us } from "../support/cast.ts";
import { testContext } from "../support/context.ts";
import { freshDb } from "../support/db.ts";

const start = async () => {
  const context = await testContext(await freshDb());
  const { db } = context;
  const cast = await castOf(db);
  const follow = () => drainJobs(context, [...jobs, ...eventJobs(effects)]);
  const ticket = async (id: number) => (await findTicketById(db, system("tests"), id))!;
  const mailsTo = async (template: string) =>
    (
      await db
        .selectFrom("outgoing_mails")
        .select("to_address")
        .where("template", "=", template)
        .orderBy("to_address")
        .execute()
    ).map((row) => row.to_address);
  return { ...cast, cast, context, db, follow, ticket, mailsTo };
};

/** Otto has written three mails before anybody knew where he works; the last one is answered. */
const withOtto = async () => {
  const scene = await start();
  const { db, ada } = scene;
  const { person } = await db
    .transaction()
    .execute((tx) => ensurePerson(tx, us, { name: "Otto", email: "otto@acme.example" }));
  const ask = async (subject: string) =>
    (await act(db, us, openTicket, { subject, text: "Help.", requesterId: person.id, channel: "mail" })).ticketId;
  const [first, second, over] = [await ask("First"), await ask("Second"), await ask("Third")];
  await act(db, ada, closeTicket, { ticketId: over });
  await act(db, ada, changeOrganisation, { organisationId: scene.acme, name: "Acme", domains: "acme.example" });
  await scene.follow();
  return { ...scene, personId: person.id, first, second, over, ask };
};

describe("tickets of somebody who joins an organisation", () => {
  it("join it when his address is proved, as far as they are not over, and the timeline says so", async () => {
    const { db, acme, cora, personId, first, second, over, follow, ticket } = await withOtto();
    expect(await findTicketById(db, cora, first)).toBeUndefined();
    await db.transaction().execute((tx) => proveAddress(tx, us, personId));
    await follow();
    for (const id of [first, second]) expect(await ticket(id)).toMatchObject({ organisationId: acme });
    expect(await ticket(over)).toMatchObject({ organisationId: null });
    expect(await findTicketById(db, cora, first)).toMatchObject({ subject: "First" });
    const change = (await listEvents(db, { kind: "ticket", id: first })).at(-1);
    expect(change).toMatchObject({
      name: "ticket.changed",
      actor: { kind: "system" },
      payload: { changes: { organisationId: { from: null, to: acme } } },
    });
  });

  it("join it when an administrator adds him", async () => {
    const { db, ada, acme, first, follow, ticket } = await withOtto();
    await act(db, ada, addMember, { organisationId: acme, email: "otto@acme.example" });
    await follow();
    expect(await ticket(first)).toMatchObject({ organisationId: acme });
  });

  it("stay his own while a manager has only invited him", async () => {
    const { db, mia, acme, first, follow, ticket } = await withOtto();
    await act(db, mia, inviteMember, { organisationId: acme, name: "Otto", email: "otto@acme.example" });
    await follow();
    expect(await ticket(first)).toMatchObject({ organisationId: null });
  });

  it("stay as they are when nobody could say to which of several they belong", async () => {
    const { db, ada, acme, personId, first, follow, ticket } = await withOtto();
    const { organisationId } = await act(db, ada, addOrganisation, { name: "Otto & Sons" });
    await act(db, ada, addMember, { organisationId, email: "otto@acme.example" });
    await act(db, ada, addMember, { organisationId: acme, email: "otto@acme.example" });
    expect(await organisationsOf(db, personId)).toHaveLength(2);
    await follow();
    expect(await ticket(first)).toMatchObject({ organisationId: null });
  });

  it("are told of once, also when the telling is repeated after a crash", async () => {
    const { db, context, ada, acme, first, follow, ticket } = await withOtto();
    await act(db, ada, addMember, { organisationId: acme, email: "otto@acme.example" });
    await follow();
    const { version } = await ticket(first);
    const joined = (await listEvents(db, { kind: "organisation", id: acme })).at(-1);
    for (const effect of effects["organisation.member_joined"] ?? [])
      await effect.run(context, await getEvent(db, joined!.id));
    expect(await ticket(first)).toMatchObject({ version });
  });
});

describe("a manager's wish for more seats", () => {
  it("is a service request of his own, once, that the desk is told of", async () => {
    const { db, context, ada, mia, acme, follow, mailsTo } = await start();
    const bronze = (await listPackages(db)).find(({ names }) => names.en === "Bronze");
    await act(db, ada, changeOrganisation, { organisationId: acme, name: "Acme", packageId: bronze?.id });
    await act(db, mia, requestSeats, { organisationId: acme });
    await act(db, mia, requestSeats, { organisationId: acme });
    await follow();
    const asked = (await listEvents(db, { kind: "organisation", id: acme })).find(
      ({ name }) => name === "organisation.seats_requested",
    );
    for (const effect of effects["organisation.seats_requested"] ?? [])
      await effect.run(context, await getEvent(db, asked!.id));
    const tickets = await db.selectFrom("tickets").select(["id", "subject"]).execute();
    expect(tickets).toMatchObject([{ subject: "More seats for Acme" }]);
    const opened = await findTicketById(db, mia, tickets[0]!.id);
    expect(opened).toMatchObject({ requesterId: mia.personId, organisationId: acme, status: "open" });
    expect(opened?.type.key).toBe("service_request");
    expect(await mailsTo("tickets.received")).toEqual(["mia@acme.example"]);
    expect(await mailsTo("tickets.desk-opened")).toContain("ada@desk.example");
    const { text } = await db.selectFrom("messages").select("text").executeTakeFirstOrThrow();
    expect(text).toContain("package Bronze with 3 seats");
  });

  it("is of the type that takes such wishes, which is a setting; a retired one takes none", async () => {
    const { db, ada, mia, acme, follow } = await start();
    const bronze = (await listPackages(db)).find(({ names }) => names.en === "Bronze");
    await act(db, ada, changeOrganisation, { organisationId: acme, name: "Acme", packageId: bronze?.id });
    const names = { nameEn: "Contract", nameDe: "Vertrag", creators: "agents" } as const;
    const { ticketTypeId } = await act(db, ada, addType, { ...names, takesSeatRequests: true });
    const usual = (await listTicketTypes(db)).find(({ key }) => key === "service_request")!.id;
    await act(db, ada, changeType, { ticketTypeId: usual, takesSeatRequests: false });
    const typeOfNext = async () => {
      await db.updateTable("organisations").set({ seats_requested_at: null }).execute();
      await act(db, mia, requestSeats, { organisationId: acme });
      await follow();
      return (await db.selectFrom("tickets").select("type_id").orderBy("id", "desc").executeTakeFirstOrThrow()).type_id;
    };
    expect(await typeOfNext()).toBe(ticketTypeId);
    await act(db, ada, endType, { ticketTypeId, to: "retire" });
    expect(await typeOfNext()).toBe(usual);
  });
});

describe("what comes to a team", () => {
  const withTeam = async (rule: string) => {
    const scene = await start();
    const { db, ada, ann, mo, tom } = scene;
    const memberIds = [ann, mo, tom].map(({ personId }) => personId);
    const team = { name: "Front", level: "first", memberIds, assigneeRule: rule, assigneeId: mo.personId } as const;
    const { teamId } = await act(db, ada, addTeam, team);
    const open = async () =>
      (await act(db, us, openTicket, { subject: "Printer", text: "Beeps.", requesterId: scene.cy.personId, teamId }))
        .ticketId;
    return { ...scene, team, teamId, open };
  };

  it("goes round: each in turn, also when many come at once, and only he gets the mail", async () => {
    const { open, follow, ticket, mailsTo } = await withTeam("round_robin");
    const ids = await Promise.all(Array.from({ length: 6 }, open));
    await follow();
    const tickets = await Promise.all(ids.map(ticket));
    expect(tickets.map(({ status }) => status)).toEqual(Array(6).fill("assigned"));
    const perPerson = Map.groupBy(tickets, ({ assigneeIds }) => assigneeIds.join());
    expect([...perPerson.values()].map((each) => each.length)).toEqual([2, 2, 2]);
    expect(await mailsTo("tickets.desk-opened")).toEqual([]);
    expect(await mailsTo("tickets.desk-assigned")).toHaveLength(6);
  });

  it("goes to different people also when several workers decide at the same moment", async () => {
    const { db, open, ticket } = await withTeam("round_robin");
    const ids = await Promise.all(Array.from({ length: 6 }, open));
    await Promise.all(ids.map((ticketId) => act(db, system("tests"), assignByRule, { ticketId })));
    const tickets = await Promise.all(ids.map(ticket));
    const perPerson = Map.groupBy(tickets, ({ assigneeIds }) => assigneeIds.join());
    expect([...perPerson.values()].map((each) => each.length)).toEqual([2, 2, 2]);
  });

  it("goes to whoever has least to do, and past those who have left", async () => {
    const { db, ada, ann, mo, tom, open, follow, ticket } = await withTeam("least_busy");
    for (const agent of [ann, tom]) {
      const { ticketId } = await act(db, us, openTicket, { subject: "X", text: "Y", requesterId: agent.personId });
      await act(db, ada, assignTicket, { ticketId, assigneeIds: [agent.personId] });
    }
    const first = await open();
    await follow();
    expect((await ticket(first)).assigneeIds).toEqual([mo.personId]);
    await act(db, ada, deactivatePerson, { personId: mo.personId });
    const second = await open();
    await follow();
    // Ann and Tom have as much to do; after Mo it is Tom's turn.
    expect((await ticket(second)).assigneeIds).toEqual([tom.personId]);
  });

  it("goes to the one who is named, waits when he is gone, and stays with whom it was given already", async () => {
    const { db, ada, mo, tom, open, follow, ticket, teamId, mailsTo } = await withTeam("person");
    const taken = await open();
    await act(db, ada, assignTicket, { ticketId: taken, assigneeIds: [tom.personId] });
    const first = await open();
    await follow();
    expect((await ticket(taken)).assigneeIds).toEqual([tom.personId]);
    expect((await ticket(first)).assigneeIds).toEqual([mo.personId]);
    await act(db, ada, deactivatePerson, { personId: mo.personId });
    const second = await open();
    await follow();
    expect(await ticket(second)).toMatchObject({ assigneeIds: [], status: "open", teamId });
    expect(await mailsTo("tickets.desk-opened")).toContain("tom@desk.example");
  });

  it("also when it comes there later, and not once the rule is nobody", async () => {
    const { db, ada, cy, ann, team, teamId, follow, ticket } = await withTeam("round_robin");
    const { ticketId } = await act(db, cy, openTicket, { subject: "Printer", text: "It beeps." });
    await act(db, ada, changeFields, { ticketId, teamId });
    await follow();
    expect((await ticket(ticketId)).assigneeIds).toEqual([ann.personId]);
    await act(db, ada, changeTeam, { ...team, teamId, assigneeRule: "nobody" });
    const other = await act(db, cy, openTicket, { subject: "Printer", text: "It beeps." });
    await act(db, ada, changeFields, { ticketId: other.ticketId, teamId });
    await follow();
    expect((await ticket(other.ticketId)).assigneeIds).toEqual([]);
  });
});
