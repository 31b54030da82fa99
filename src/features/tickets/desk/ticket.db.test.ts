import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import { productsOf } from "../../../../test/support/products.ts";
import { act } from "../../../platform/act.ts";
import { linkTickets } from "../actions/link-tickets.ts";

const path = "/desk/tickets/10001";

const startTicket = async (input: Record<string, unknown> = {}) => {
  const portal = await startPortal();
  const opened = await portal.open(portal.cast.cy, { priority: "high", ...input });
  const ann = await portal.as(portal.cast.ann);
  const ticket = () =>
    portal.context.db
      .selectFrom("tickets")
      .select([
        "status",
        "priority",
        "team_id",
        "type_id",
        "subject",
        "result",
        "product_id",
        "requester_id",
        "visibility",
      ])
      .where("id", "=", opened.ticketId)
      .executeTakeFirstOrThrow();
  const versionOf = async () => valuesIn(await ann.get(path), "version")[0] ?? "";
  return { ...portal, ...opened, ann, ticket, versionOf };
};

describe("the page", () => {
  it("tells the whole story, with the person, the organisation and the other tickets", async () => {
    const { ann, reply, open, cast, ticketId } = await startTicket();
    await reply(cast.mo, ticketId, { thenStatus: "waiting" });
    await open(cast.cy, { subject: "The scanner scans nothing" });
    const page = await ann.get(path);
    expect(page.status).toBe(200);
    const words = wordsOf(page);
    for (const said of [
      "#10001",
      "The printer prints nothing",
      "Since this morning.",
      "Is it switched on?",
      "Mo moved it to “Waiting”",
      "cy@acme.example",
      "Acme",
      "The scanner scans nothing",
    ])
      expect(words).toContain(said);
    expect(page.body).toContain("/live?topic=ticket%3A1&amp;topic=presence%3A1&amp;topic=queue");
  });

  it("shows the list one came from beside it, and the tickets before and after", async () => {
    const { ann, open, cast } = await startTicket();
    await open(cast.eve, { subject: "Second" });
    await open(cast.eve, { subject: "Third" });
    const { body } = await ann.get("/desk/tickets/10002?list=sort%3Dnumber");
    expect(body).toMatch(/href="\/desk\/tickets\/10001\?list=sort%3Dnumber"[^>]*data-hotkey="k"/);
    expect(body).toMatch(/href="\/desk\/tickets\/10003\?list=sort%3Dnumber"[^>]*data-hotkey="j"/);
    expect(body).toMatch(/id="side-2"><a[^>]*aria-current="true"/);
  });

  it("offers exactly what the policy and the machine allow", async () => {
    const { ann, ticketId, context } = await startTicket();
    const verbs = async () => {
      const { body } = await ann.get(path);
      return [...body.matchAll(/name="verb" value="(\w+)"/g)].map(([, verb]) => verb);
    };
    expect(new Set(await verbs())).toEqual(new Set(["resolve", "start", "ask", "hold", "close"]));
    await ann.post(`${path}/take`, {});
    expect(new Set(await verbs())).toEqual(new Set(["resolve", "start", "ask", "hold", "close", "cancel"]));
    await ann.post(`${path}/move`, { verb: "close" });
    expect(new Set(await verbs())).toEqual(new Set(["reopen"]));
    // Where only assignees work, a colleague reads and writes notes as long as it is not over.
    await context.db.updateTable("ticket_types").set({ only_assignees_write: true }).execute();
    await context.db.deleteFrom("ticket_assignees").where("ticket_id", "=", ticketId).execute();
    const closed = await ann.get(path);
    expect(closed.body).not.toContain(`action="${path}/note"`);
    await context.db.updateTable("tickets").set({ status: "open", closed_at: null }).execute();
    const { body } = await ann.get(path);
    expect(body).not.toContain(`action="${path}/reply"`);
    expect(body).toContain(`action="${path}/note"`);
  });

  it("folds the middle of a long story, but nothing that is new", async () => {
    const { ann, cast, reply, ticketId } = await startTicket();
    for (let count = 1; count <= 14; count++) await reply(cast.mo, ticketId, { text: `Answer number ${count}.` });
    await ann.post(`${path}/presence`, { state: "left" });
    const page = await ann.get(path);
    expect(wordsOf(page)).toContain("6 earlier messages");
    const foldedIn = ({ body }: { body: string }) => body.split('id="earlier"')[1]?.split("</ol></details>")[0] ?? "";
    const earlier = foldedIn(page);
    expect(earlier).toContain("Answer number 6.");
    expect(earlier).not.toContain("Answer number 7.");
    for (let count = 15; count <= 25; count++) await reply(cast.mo, ticketId, { text: `Answer number ${count}.` });
    const later = await ann.get(path);
    const folded = foldedIn(later);
    expect(folded).toContain("Answer number 14.");
    expect(folded).not.toContain("Answer number 15.");
    expect(wordsOf(later)).toContain("New since you were here");
  });

  it("says who else is here and who writes, and forgets them when they leave", async () => {
    const { ann, as, cast } = await startTicket();
    const mo = await as(cast.mo);
    await mo.post(`${path}/presence`, { state: "reading" });
    expect(wordsOf(await ann.get(path))).toContain("Mo is here");
    await mo.post(`${path}/presence`, { state: "writing" });
    expect(wordsOf(await ann.get(path))).toContain("Mo is writing …");
    expect(wordsOf(await mo.get(path))).not.toContain("Mo is writing …");
    const part = await ann.get(`${path}/onlookers`);
    expect(part.body).toContain('id="onlookers"');
    expect(wordsOf(part)).toContain("Mo is writing …");
    expect(part.body).not.toContain("<body");
    await mo.post(`${path}/presence`, { state: "left" });
    expect(wordsOf(await ann.get(path))).not.toMatch(/Mo is (here|writing)/);
  });

  it("gives its files to agents, notes' files too, and never somebody else's", async () => {
    const { ann, as, cast, open } = await startTicket();
    await open(cast.eve);
    await ann.upload(`${path}/note`, { text: "See the log." }, [
      new File(["10:14 ERROR"], "a b.log", { type: "text/plain" }),
    ]);
    const href =
      /href="(\/desk\/tickets\/10001\/files\/1\/a%20b\.log)"/.exec((await ann.get(path)).body)?.[1] ?? "none";
    const file = await ann.get(href);
    expect(file).toMatchObject({ status: 200, body: "10:14 ERROR" });
    expect(file.headers["content-security-policy"]).toContain("sandbox");
    expect((await ann.get("/desk/tickets/10002/files/1/a.log")).status).toBe(404);
    expect((await (await as(cast.cy)).get("/requests/10001/files/1/a.log")).status).toBe(404);
  });
});

describe("changing", () => {
  it("takes with one click; of two at once one gets it, the other reads who", async () => {
    const { as, cast, context, ticketId } = await startTicket();
    const [ann, mo] = [await as(cast.ann), await as(cast.mo)];
    const answers = await Promise.all([ann.post(`${path}/take`, {}), mo.post(`${path}/take`, {})]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const [winner] = await context.db.selectFrom("ticket_assignees").select("person_id").execute();
    const loser = answers.find(({ status }) => status === 409);
    const name = winner?.person_id === cast.ann.personId ? "Ann" : "Mo";
    expect(wordsOf(loser ?? answers[0])).toContain(`${name} took this ticket first.`);
    expect(ticketId).toBe(1);
  });

  it("assigns exactly those who are chosen, and says who was faster when two choose", async () => {
    const { ann, as, cast, context, versionOf } = await startTicket();
    const version = await versionOf();
    const both = [cast.ann.personId, cast.tom.personId].join(",");
    expect((await ann.post(`${path}/assign`, { version, assigneeIds: both })).status).toBe(303);
    const mo = await as(cast.mo);
    const late = await mo.post(`${path}/assign`, { version, assigneeIds: String(cast.mo.personId) });
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Ann has changed Assignees meanwhile to “Ann, Tom”.");
    expect(wordsOf(late)).toContain("Ann assigned Ann, Tom");
    const assigned = await context.db.selectFrom("ticket_assignees").select("person_id").orderBy("person_id").execute();
    expect(assigned.map(({ person_id }) => person_id)).toEqual([cast.ann.personId, cast.tom.personId]);
    await ann.post(`${path}/assign`, { assigneeIds: "" });
    expect(await context.db.selectFrom("ticket_assignees").selectAll().execute()).toEqual([]);
    const customer = await ann.post(`${path}/assign`, { assigneeIds: String(cast.cy.personId) });
    expect(customer.status).toBe(422);
    expect(wordsOf(customer)).toContain("Only people who work at the desk can be assigned.");
  });

  it("moves through the statuses, and can take an end back", async () => {
    const { ann, ticket } = await startTicket();
    for (const [verb, status] of [
      ["start", "in_progress"],
      ["hold", "on_hold"],
      ["release", "in_progress"],
      ["ask", "waiting"],
    ])
      expect([
        await ann.post(`${path}/move`, { verb: verb ?? "" }).then((r) => r.status),
        (await ticket()).status,
      ]).toEqual([303, status]);
    await ann.post(`${path}/move`, { verb: "resolve", result: "Plugged in." });
    expect(await ticket()).toMatchObject({ status: "resolved", result: "Plugged in." });
    const page = await ann.get(path);
    expect(wordsOf(page)).toContain("Status: Resolved.");
    expect(page.body).toMatch(/class="flash[^]*action="\/desk\/tickets\/10001\/take-back"/);
    await ann.post(`${path}/move`, { verb: "reopen" });
    expect((await ticket()).status).toBe("in_progress");
    expect((await ann.post(`${path}/move`, { verb: "explode" })).status).toBe(404);
    const illegal = await ann.post(`${path}/move`, { verb: "release" });
    expect(illegal.status).toBe(409);
    expect(wordsOf(illegal)).toContain("The ticket’s status does not allow this.");
  });

  it("changes facts one by one, and keeps others", async () => {
    const { ann, ticket, cast, context } = await startTicket();
    const { fakt } = await productsOf(context.db, cast.ada);
    await ann.post(`${path}/change`, { priority: "blocker" });
    await ann.post(`${path}/change`, { teamId: String(cast.secondLevel) });
    await ann.post(`${path}/change`, { subject: "It burns", productId: String(fakt), visibility: "internal" });
    expect(await ticket()).toMatchObject({
      priority: "blocker",
      team_id: cast.secondLevel,
      subject: "It burns",
      product_id: fakt,
      visibility: "internal",
    });
    await ann.post(`${path}/change`, { teamId: "", productId: "" });
    expect(await ticket()).toMatchObject({ team_id: null, product_id: null, subject: "It burns" });
    const refused = await ann.post(`${path}/change`, { subject: " " });
    expect(refused.status).toBe(422);
    expect((await ticket()).subject).toBe("It burns");
  });

  it("adds and removes tags", async () => {
    const { ann, context } = await startTicket();
    const tags = async () =>
      (await context.db.selectFrom("ticket_tags").select("tag").orderBy("tag").execute()).map(({ tag }) => tag);
    await ann.post(`${path}/change`, { tagsBefore: "", tag: "Hardware" });
    await ann.post(`${path}/change`, { tagsBefore: "hardware", tag: "vip" });
    expect(await tags()).toEqual(["hardware", "vip"]);
    await ann.post(`${path}/change`, { tags: "vip" });
    expect(await tags()).toEqual(["vip"]);
  });

  it("changes the contact by name or address; several people are asked about, nobody is guessed", async () => {
    const { ann, ticket, cast, context } = await startTicket();
    await ann.post(`${path}/requester`, { requester: "Cora" });
    expect((await ticket()).requester_id).toBe(cast.cora.personId);
    const several = await ann.post(`${path}/requester`, { requester: "acme.example" });
    expect(several.status).toBe(422);
    expect(wordsOf(several)).toContain("Several people fit: Cora, Cy, Mia.");
    const nobody = await ann.post(`${path}/requester`, { requester: "Xenia" });
    expect(wordsOf(nobody)).toContain("Nobody is known under “Xenia”.");
    await ann.post(`${path}/requester`, { requester: "new@acme.example" });
    const made = await context.db
      .selectFrom("people")
      .select("id")
      .where("email", "=", "new@acme.example")
      .executeTakeFirst();
    expect((await ticket()).requester_id).toBe(made?.id);
  });

  it("puts people in CC and takes them out", async () => {
    const { ann, context, cast } = await startTicket();
    const inCc = async () => (await context.db.selectFrom("ticket_participants").select("person_id").execute()).length;
    await ann.post(`${path}/participants`, { email: "cora@acme.example" });
    expect(await inCc()).toBe(1);
    expect((await ann.post(`${path}/participants`, { email: "not an address" })).status).toBe(422);
    await ann.post(`${path}/participants/remove`, { personId: String(cast.cora.personId) });
    expect(await inCc()).toBe(0);
  });

  it("links tickets in both, and unlinks them", async () => {
    const { ann, open, cast, context, ticketId } = await startTicket();
    await open(cast.eve, { subject: "The other one" });
    await ann.post(`${path}/links`, { number: "#10002", kind: "duplicate" });
    expect(wordsOf(await ann.get(path))).toContain("Duplicate of");
    expect(wordsOf(await ann.get("/desk/tickets/10002"))).toContain("Has the duplicate");
    expect((await ann.post(`${path}/links`, { number: "99999", kind: "related" })).status).toBe(422);
    expect((await ann.post(`${path}/links`, { number: "10001", kind: "related" })).status).toBe(422);
    await ann.post(`${path}/links/remove`, { otherId: "2", kind: "duplicate" });
    expect(await context.db.selectFrom("ticket_links").selectAll().execute()).toEqual([]);
    await act(context.db, cast.ann, linkTickets, { ticketId, number: 10002, kind: "related" });
  });
});
