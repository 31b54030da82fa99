import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { resolveTicket } from "../actions/resolve-ticket.ts";
import { startTicket } from "../actions/start-ticket.ts";

const path = "/requests/10001";

const startWithRequest = async () => {
  const portal = await startPortal();
  const { ticketId } = await portal.open(portal.cast.cy, { cc: "new@elsewhere.example" });
  const ticketNow = () =>
    portal.context.db.selectFrom("tickets").selectAll().where("id", "=", ticketId).executeTakeFirstOrThrow();
  const participants = async () =>
    (await portal.context.db.selectFrom("ticket_participants").select("person_id").execute()).map(
      (row) => row.person_id,
    );
  return { ...portal, ticketId, ticketNow, participants };
};

describe("closing, withdrawing, reopening", () => {
  it("closes with the customer’s reason, and opens again", async () => {
    const { as, cast, ticketNow, context } = await startWithRequest();
    const cy = await as(cast.cy);
    expect(await cy.post(`${path}/close`, { reason: "It was the plug.", version: "1" })).toMatchObject({
      status: 303,
      location: path,
    });
    expect((await ticketNow()).status).toBe("closed");
    const event = await context.db.selectFrom("events").select("payload").where("name", "=", "ticket.closed").execute();
    expect(event).toMatchObject([{ payload: { reason: "It was the plug." } }]);
    const closed = wordsOf(await cy.get(path));
    expect(closed).toContain("Thank you. The request is closed.");
    expect(closed).toContain("Closed · Cy It was the plug.");
    expect((await cy.post(`${path}/reopen`, {})).status).toBe(303);
    expect((await ticketNow()).status).toBe("open");
  });

  it("answers 409 with the words kept when the desk was first, and shows how it stands now", async () => {
    const { as, cast, context, ticketId } = await startWithRequest();
    const cy = await as(cast.cy);
    const [version = ""] = valuesIn(await cy.get(path), "version");
    await act(context.db, cast.ann, resolveTicket, { ticketId, result: "It was not switched on." });
    const answer = await cy.post(`${path}/close`, { reason: "It was the plug.", version });
    expect(answer.status).toBe(409);
    const words = wordsOf(answer);
    expect(words).toContain("Resolved · Your turn");
    expect(words).toContain("It was not switched on.");
    expect(words).toContain("What you had written: It was the plug.");
    expect(words).toContain("Ann");
  });

  it("withdraws while nobody has begun, and says why not afterwards", async () => {
    const { as, cast, context, ticketId, ticketNow, open } = await startWithRequest();
    const cy = await as(cast.cy);
    await act(context.db, cast.ann, startTicket, { ticketId });
    const late = await cy.post(`${path}/cancel`, {});
    expect(late.status).toBe(409);
    expect(wordsOf(late)).toContain("Work on this has already begun");
    expect((await ticketNow()).status).toBe("in_progress");
    await open(cast.cy);
    expect((await cy.post("/requests/10002/cancel", {})).status).toBe(303);
  });

  it.each(["close", "cancel", "reopen", "rate", "participants", "participants/remove"])(
    "keeps %s from colleagues, strangers, agents and visitors",
    async (what) => {
      const { as, cast, eventNames } = await startWithRequest();
      const fields = { rating: "5", email: "x@y.example", personId: String(cast.cy.personId) };
      const send = async (person?: Parameters<typeof as>[0]) =>
        (await (await as(person)).post(`${path}/${what}`, fields)).status;
      expect(await send(cast.cora)).toBe(403);
      expect(await send(cast.eve)).toBe(404);
      expect(await send(cast.ann)).toBe(403);
      expect(await send()).toBe(303);
      expect(await eventNames()).toEqual(["ticket.opened"]);
    },
  );
});

describe("rating", () => {
  it("takes stars and words, and finishes the request", async () => {
    const { as, cast, context, ticketId, ticketNow } = await startWithRequest();
    await act(context.db, cast.ann, resolveTicket, { ticketId, result: "Done." });
    const cy = await as(cast.cy);
    const missing = await cy.post(`${path}/rate`, { words: "Very kind." });
    expect(missing.status).toBe(422);
    expect(wordsOf(missing)).toContain("Choose one to five stars.");
    expect(missing.body).toContain("Very kind.</textarea>");
    for (const rating of ["0", "6", "x"]) expect((await cy.post(`${path}/rate`, { rating })).status).toBe(422);
    expect((await cy.post(`${path}/rate`, { rating: "4", words: "Very kind." })).status).toBe(303);
    expect(await ticketNow()).toMatchObject({ rating: 4, status: "closed" });
    const rated = await cy.get(path);
    expect(wordsOf(rated)).toContain("Rated with 4 of 5 stars");
    // Nobody is asked again what he has just said; who thinks better of it opens the form, which knows what he said.
    expect(wordsOf(rated)).not.toContain("How did we do?");
    expect(wordsOf(rated)).toContain("Change your rating");
    expect(rated.body).toMatch(/<input[^>]*name="rating"[^>]*value="4"[^>]*checked/);
    const desk = await (await as(cast.ann)).get("/desk/tickets/10001");
    expect(wordsOf(desk)).toContain("Very kind.");
  });
});

describe("people in CC", () => {
  it("are added by address and taken out again", async () => {
    const { as, cast, participants } = await startWithRequest();
    const cy = await as(cast.cy);
    const [first = 0] = await participants();
    const wrong = await cy.post(`${path}/participants`, { email: "cora@" });
    expect(wrong.status).toBe(422);
    expect(valuesIn(wrong, "email")).toEqual(["cora@"]);
    expect((await cy.post(`${path}/participants`, { email: " Cora@Acme.example " })).status).toBe(303);
    expect(await participants()).toEqual([first, cast.cora.personId]);
    expect((await cy.post(`${path}/participants/remove`, { personId: String(first) })).status).toBe(303);
    expect(await participants()).toEqual([cast.cora.personId]);
    expect(wordsOf(await cy.get(path))).toContain("Cora reads along");
  });

  it("may take themselves out, and then are led to what they still see", async () => {
    const { as, cast, participants } = await startWithRequest();
    const cy = await as(cast.cy);
    await cy.post(`${path}/participants`, { email: "eve@globex.example" });
    const eve = await as(cast.eve);
    const answer = await eve.post(`${path}/participants/remove`, { personId: String(cast.eve.personId) });
    expect(answer).toMatchObject({ status: 303, location: "/requests" });
    expect(await participants()).not.toContain(cast.eve.personId);
    expect((await eve.get(path)).status).toBe(404);
  });
});

it("leads whoever opens a form’s address anew back to the request", async () => {
  const { as, cast } = await startWithRequest();
  const cy = await as(cast.cy);
  expect(await cy.get(`${path}/close`)).toMatchObject({ status: 303, location: path });
  expect((await cy.get(`${path}/nonsense`)).status).toBe(404);
});
