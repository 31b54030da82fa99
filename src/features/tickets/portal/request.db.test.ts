import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import { productsOf } from "../../../../test/support/products.ts";
import { act } from "../../../platform/act.ts";
import { after, days, useClock } from "../../../platform/time.ts";
import { addNote } from "../actions/add-note.ts";
import { listDevelopmentStatuses } from "../../ticket-types/index.ts";
import { changeFields } from "../actions/change-fields.ts";
import { closeTicket } from "../actions/close-ticket.ts";
import { resolveTicket } from "../actions/resolve-ticket.ts";
import { takeTicket } from "../actions/take-ticket.ts";

describe("the page of a request", () => {
  it("is shown to whoever may read it and does not exist for anybody else", async () => {
    const { open, as, cast } = await startPortal();
    await open(cast.cy, { cc: "new@elsewhere.example" });
    const path = "/requests/10001";
    const statusFor = async (person?: Parameters<typeof as>[0]) => (await (await as(person)).get(path)).status;
    expect(await statusFor(cast.cy)).toBe(200);
    expect(await statusFor(cast.cora)).toBe(200);
    expect(await statusFor(cast.mia)).toBe(200);
    expect(await statusFor(cast.eve)).toBe(404);
    expect(await (await as()).get(path)).toMatchObject({ status: 303, location: "/sign-in?next=%2Frequests%2F10001" });
    expect(await (await as(cast.ann)).get(path)).toMatchObject({ status: 303, location: "/desk/tickets/10001" });
  });

  it("says the same of a number that is somebody else’s, not there, or no number", async () => {
    const { open, as, cast } = await startPortal();
    await open(cast.cy);
    const eve = await as(cast.eve);
    const foreign = await eve.get("/requests/10001");
    for (const number of ["10002", "99999999999999999999", "x", "1.5", "-1"]) {
      const other = await eve.get(`/requests/${number}`);
      expect(other.status).toBe(404);
      expect(wordsOf(other)).toBe(wordsOf(foreign));
    }
  });

  it("tells the story as customers know it: letters, changes, nothing internal", async () => {
    const { open, reply, as, cast, context } = await startPortal();
    const { ticketId } = await open(cast.cy, { typeKey: "malfunction", priority: "high" });
    await act(context.db, cast.ann, takeTicket, { ticketId });
    await act(context.db, cast.ann, addNote, { ticketId, text: "He is always like that." });
    await act(context.db, cast.ann, changeFields, { ticketId, priority: "medium" });
    await reply(cast.ann, ticketId);
    const cy = await as(cast.cy);
    const page = await cy.get("/requests/10001");
    const words = wordsOf(page);
    expect(words).toMatch(/Since this morning\..*Priority: High → Medium · Ann.*Is it switched on\?/);
    expect(words).not.toContain("always like that");
    expect(words).not.toContain("Assigned");
    expect(words).toContain("Open · Our turn");
    expect(page.body).toContain(`content="/live?topic=ticket%3A${ticketId}"`);
  });

  it("does not show an answer that the desk can still take back", async () => {
    const { open, reply, as, cast } = await startPortal();
    const { ticketId } = await open(cast.cy);
    await reply(cast.ann, ticketId, { holdSeconds: 30 });
    const cy = await as(cast.cy);
    expect(wordsOf(await cy.get("/requests/10001"))).not.toContain("Is it switched on?");
    const later = useClock(() => after(new Date(), 31_000));
    expect(wordsOf(await cy.get("/requests/10001"))).toContain("Is it switched on?");
    later();
  });

  it("says whose turn it is, to the one who is asked and to the one who only reads", async () => {
    const { open, reply, as, cast } = await startPortal();
    const { ticketId } = await open(cast.cy);
    await reply(cast.ann, ticketId, { thenStatus: "waiting" });
    expect(wordsOf(await (await as(cast.cy)).get("/requests/10001"))).toContain("We need something from you to go on.");
    const coras = wordsOf(await (await as(cast.cora)).get("/requests/10001"));
    expect(coras).toContain("Um weiterzukommen, brauchen wir etwas von Cy.");
    expect(coras).not.toContain("Ihre Antwort");
  });

  it("shows the solution, and facts of the desk’s work that concern the customer", async () => {
    const { open, as, cast, context } = await startPortal();
    const { fakt, v14 } = await productsOf(context.db, cast.ada);
    const { ticketId } = await open(cast.cy, { productId: fakt, versionId: v14 });
    await act(context.db, cast.ann, changeFields, {
      ticketId,
      developmentStatusId: (await listDevelopmentStatuses(context.db)).find(({ names }) => names.en === "In Progress")
        ?.id,
      plannedVersion: "15.0",
      tags: "secret",
    });
    await act(context.db, cast.ann, resolveTicket, { ticketId, result: "It was not switched on." });
    const words = wordsOf(await (await as(cast.cy)).get("/requests/10001"));
    expect(words).toMatch(/The solution It was not switched on\./);
    expect(words).toMatch(/Fakt.*14\.2.*In Progress.*15\.0/);
    expect(words).not.toContain("secret");
    await act(context.db, cast.ann, closeTicket, { ticketId, reason: "He will be back." });
    expect(wordsOf(await (await as(cast.cy)).get("/requests/10001"))).not.toContain("He will be back.");
  });

  it("offers an answer to writers, only reading to a colleague, and a follow-up when it is over for good", async () => {
    const { open, as, cast, context } = await startPortal();
    const { ticketId } = await open(cast.cy);
    const formsFor = async (person: typeof cast.cy) =>
      [
        ...(await (await as(person)).get("/requests/10001")).body.matchAll(
          /<form[^>]*action="\/requests\/10001\/([^"]+)"/g,
        ),
      ]
        .map(([, name]) => name)
        .toSorted();
    expect(await formsFor(cast.cora)).toEqual([]);
    expect(await formsFor(cast.mia)).toEqual(["accesses", "answer", "participants"]);
    expect(await formsFor(cast.cy)).toEqual(["accesses", "answer", "cancel", "close", "participants"]);
    await act(context.db, cast.ann, closeTicket, { ticketId });
    expect(await formsFor(cast.cy)).toEqual(["answer", "rate", "reopen"]);
    const later = useClock(() => after(new Date(), days(15)));
    expect(await formsFor(cast.cy)).toEqual(["follow-up", "rate"]);
    later();
  });

  it("marks what is new since the last visit", async () => {
    const { open, reply, as, cast } = await startPortal();
    const { ticketId } = await open(cast.cy);
    const cy = await as(cast.cy);
    expect((await cy.get("/requests/10001")).body).not.toContain('id="new"');
    await reply(cast.ann, ticketId);
    expect((await cy.get("/requests/10001")).body).toContain('id="new"');
    expect((await cy.get("/requests/10001")).body).not.toContain('id="new"');
  });

  it("folds the middle of a long exchange, and loses none of it", async () => {
    const { open, reply, as, cast } = await startPortal();
    const { ticketId } = await open(cast.cy);
    for (let count = 1; count <= 20; count++) await reply(cast.ann, ticketId, { text: `Letter ${count}.` });
    const page = await (await as(cast.cy)).get("/requests/10001");
    expect(wordsOf(page)).toContain("Show 12 earlier messages");
    for (let count = 1; count <= 20; count++) expect(page.body).toContain(`Letter ${count}.`);
  });

  it("never lets words of a person become part of the page’s code", async () => {
    const { open, as, cast } = await startPortal();
    await open(cast.cy, {
      subject: "<script>alert(1)</script>",
      text: 'https://x.example/"onmouseover="a <img src=x>',
    });
    const { body } = await (await as(cast.cora)).get("/requests/10001");
    expect(body).not.toContain("<script>alert");
    expect(body).not.toContain("<img src=x>");
    expect(body).toContain('href="https://x.example/"');
    expect(valuesIn(await (await as(cast.cy)).get("/requests/10001"), "once")[0]).toMatch(/^[0-9a-f-]{36}$/);
  });
});
