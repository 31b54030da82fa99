import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";

const path = "/desk/tickets/new";

const startNew = async () => {
  const portal = await startPortal();
  const ann = await portal.as(portal.cast.ann);
  const tickets = () =>
    portal.context.db
      .selectFrom("tickets")
      .select([
        "number",
        "subject",
        "channel",
        "visibility",
        "requester_id",
        "opened_by",
        "organisation_id",
        "follow_up_of",
      ])
      .orderBy("id")
      .execute();
  return { ...portal, ann, tickets };
};
const call = { subject: "Printer", text: "It is on fire.", channel: "telephone" };

describe("a ticket for a customer", () => {
  it("is opened for somebody known, with words that are the customer's", async () => {
    const { ann, tickets, cast, context } = await startNew();
    const opened = await ann.upload(path, { ...call, requester: "Cy", assigneeIds: String(cast.tom.personId) });
    expect(opened).toMatchObject({ status: 303, location: "/desk/tickets/10001" });
    expect(await tickets()).toEqual([
      {
        number: 10001,
        subject: "Printer",
        channel: "telephone",
        visibility: "public",
        requester_id: cast.cy.personId,
        opened_by: cast.ann.personId,
        organisation_id: cast.acme,
        follow_up_of: null,
      },
    ]);
    const [message] = await context.db.selectFrom("messages").select(["side", "author_id"]).execute();
    expect(message).toEqual({ side: "customer", author_id: cast.cy.personId });
  });

  it("makes somebody new by the address", async () => {
    const { ann, context } = await startNew();
    await ann.upload(path, { ...call, requester: "new@nowhere.example", requesterName: "Nora New" });
    const person = await context.db
      .selectFrom("people")
      .select("name")
      .where("email", "=", "new@nowhere.example")
      .executeTakeFirst();
    expect(person).toEqual({ name: "Nora New" });
  });

  it("asks which of several people is meant, with everything kept", async () => {
    const { ann, tickets, cast } = await startNew();
    const asked = await ann.upload(path, { ...call, requester: "acme.example", isInternal: "on" });
    expect(asked.status).toBe(422);
    expect(wordsOf(asked)).toContain("Several people fit. Choose one below.");
    expect(valuesIn(asked, "requesterId")).toEqual(
      [cast.cora, cast.cy, cast.mia].map(({ personId }) => String(personId)),
    );
    expect(valuesIn(asked, "subject")).toEqual(["Printer"]);
    expect(asked.body).toContain("It is on fire.</textarea>");
    await ann.upload(path, {
      ...call,
      requester: "acme.example",
      requesterId: String(cast.mia.personId),
      isInternal: "on",
    });
    expect(await tickets()).toMatchObject([{ requester_id: cast.mia.personId, visibility: "internal" }]);
  });

  it("finds the caller while the number is typed, and says who may not call", async () => {
    const { ann, cast, context } = await startNew();
    const { db } = context;
    const called = (number: string) => ann.get(`${path}/callers?requester=${encodeURIComponent(number)}`);
    await db.updateTable("people").set({ phone: "+49 40 555 01 01" }).where("id", "=", cast.cora.personId).execute();
    await db.updateTable("people").set({ phone: "040 5550102" }).where("id", "=", cast.eve.personId).execute();
    const both = await called("040 555 01");
    expect(valuesIn(both, "requesterId")).toEqual([cast.cora, cast.eve].map(({ personId }) => String(personId)));
    expect(wordsOf(both)).toContain("Acme");
    expect(both.body).not.toContain("checked");
    const one = await called("(040) 5550101");
    expect(valuesIn(one, "requesterId")).toEqual([String(cast.cora.personId)]);
    expect(one.body).toContain("checked");
    expect(wordsOf(one)).not.toContain("without telephone support");
    const silver = await db.selectFrom("care_packages").select("id").executeTakeFirstOrThrow();
    await db.updateTable("care_packages").set({ has_telephone_support: false }).where("id", "=", silver.id).execute();
    await db.updateTable("organisations").set({ package_id: silver.id }).where("id", "=", cast.acme).execute();
    expect(wordsOf(await called("(040) 5550101"))).toContain("The care package is without telephone support.");
    expect(valuesIn(await called(""), "requesterId")).toEqual([]);
  });

  it("keeps who was chosen when something else is missing, but not when somebody else is typed", async () => {
    const { ann, tickets, cast } = await startNew();
    const chosen = { ...call, requester: "acme.example", requesterId: String(cast.mia.personId) };
    const refused = await ann.upload(path, { ...chosen, subject: "" });
    expect(refused.status).toBe(422);
    expect(valuesIn(refused, "requesterId")).toEqual([chosen.requesterId]);
    await ann.upload(path, { ...chosen, requester: "Eve" });
    expect(await tickets()).toMatchObject([{ requester_id: cast.eve.personId }]);
  });

  it("says at each field what is missing", async () => {
    const { ann, tickets } = await startNew();
    const none = await ann.upload(path, { ...call, requester: "" });
    expect(wordsOf(none)).toContain("Say who the ticket is for.");
    const unknown = await ann.upload(path, { ...call, requester: "Xenia" });
    expect(wordsOf(unknown)).toContain("Nobody is known under “Xenia”.");
    const bare = await ann.upload(path, { requester: "Cy", subject: " ", cc: "nonsense" });
    expect(bare.status).toBe(422);
    expect(bare.body).toContain("new-ticket-subject-error");
    expect(bare.body).toContain("new-ticket-cc-error");
    expect(await tickets()).toEqual([]);
  });

  it("keeps what is typed until it is sent", async () => {
    const { ann } = await startNew();
    await ann.post("/desk/drafts/new", { text: "It is on f", subject: "Prin", requester: "Cy", once: "a" });
    const page = await ann.get(path);
    expect(valuesIn(page, "subject")).toEqual(["Prin"]);
    expect(page.body).toContain("It is on f</textarea>");
    await ann.post("/desk/drafts/new", { text: "Something else", subject: "Other", once: "b" });
    // A refused form goes on with its own draft, also when another window has one.
    const refused = await ann.upload(path, { ...call, subject: "", requester: "Cy", once: "a" });
    expect(valuesIn(refused, "once")[0]).toBe("a");
    await ann.upload(path, { ...call, requester: "Cy", once: "a" });
    expect(valuesIn(await ann.get(path), "subject")).toEqual(["Other"]);
    expect(valuesIn(await ann.get(`${path}?empty=1`), "subject")).toEqual([""]);
  });

  it("goes on where a closed one ended", async () => {
    const { ann, open, cast, tickets, context } = await startNew();
    await open(cast.cy);
    await ann.post("/desk/tickets/10001/move", { verb: "close" });
    const page = await ann.get(`${path}?follow=10001`);
    expect(wordsOf(page)).toContain("Follow-up of #10001");
    const opened = await ann.upload(path, { follow: "10001", text: "Once more." });
    expect(opened.location).toBe("/desk/tickets/10002");
    expect((await tickets())[1]).toMatchObject({ number: 10002, requester_id: cast.cy.personId });
    const { id } = await context.db
      .selectFrom("tickets")
      .select("id")
      .where("number", "=", 10001)
      .executeTakeFirstOrThrow();
    expect((await tickets())[1]?.follow_up_of).toBe(id);
  });

  it("begins with the person that the address names", async () => {
    const { ann, cast } = await startNew();
    const page = await ann.get(`${path}?requester=${cast.eve.personId}`);
    expect(valuesIn(page, "requester")).toEqual(["eve@globex.example"]);
    expect((await ann.get(`${path}?requester=zebra`)).status).toBe(200);
  });
});
