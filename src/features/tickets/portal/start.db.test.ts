import { describe, expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";

describe("the start page", () => {
  it("shows visitors how to reach the desk, and nothing of anybody’s requests", async () => {
    const { as, open, cast } = await startPortal();
    await open(cast.cy);
    const page = await (await as()).get("/");
    expect(page.status).toBe(200);
    expect(wordsOf(page)).toContain("support@desk.example");
    expect(page.body).toContain('href="/register"');
    expect(page.body).toContain('href="/requests/new"');
    expect(page.body).not.toContain('name="q"');
    expect(page.body).not.toContain("printer");
  });

  it("shows a customer what waits for him before what waits for us, and only his own", async () => {
    const { as, open, reply, cast } = await startPortal();
    const { ticketId } = await open(cast.cy, { subject: "First" });
    await open(cast.cy, { subject: "Second" });
    await open(cast.cora, { subject: "Third" });
    await reply(cast.ann, ticketId, { thenStatus: "waiting" });
    const page = await (await as(cast.cy)).get("/");
    expect(wordsOf(page)).toMatch(/Waiting for your answer First .*We need your answer.*Your open requests Second/);
    expect(wordsOf(page)).not.toContain("Third");
    expect(page.body).toContain(`content="/live?topic=requests%3A${cast.cy.personId}"`);
    expect(wordsOf(await (await as(cast.eve)).get("/"))).toContain("You have no open requests");
  });

  it("speaks the reader’s language, and shows agents the way to the desk", async () => {
    const { as, cast } = await startPortal();
    expect(wordsOf(await (await as(cast.cora)).get("/"))).toContain("Wie können wir Ihnen helfen?");
    const agents = (await (await as(cast.ann)).get("/")).body;
    expect(agents).toContain('href="/desk"');
    // What customers come for is not what an agent comes for.
    expect(agents).not.toContain('href="/requests/new"');
  });
});
