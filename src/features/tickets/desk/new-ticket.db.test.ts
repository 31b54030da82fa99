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
