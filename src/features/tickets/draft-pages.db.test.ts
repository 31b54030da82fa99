import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../test/support/portal.ts";

const start = async () => {
  const portal = await startPortal();
  const { number, ticketId } = await portal.open(portal.cast.cy);
  return { ...portal, number, ticketId, ann: await portal.as(portal.cast.ann), cy: await portal.as(portal.cast.cy) };
};

describe("the page of an agent's drafts", () => {
  it("lists everything typed and not sent, of tickets and of new ones, with the way back to each", async () => {
    const { ann, number } = await start();
    await ann.post(`/desk/tickets/${number}/drafts/note`, { text: "Half a note", once: "a" });
    await ann.post("/desk/drafts/new", { subject: "First call", text: "It is on f", requester: "Cy", once: "b" });
    await ann.post("/desk/drafts/new", { subject: "Second call", text: "So is th", once: "c" });
    const page = await ann.get("/desk/drafts");
    const words = wordsOf(page);
    for (const said of [`#${number} The printer prints nothing`, "Half a note", "First call", "Second call"])
      expect(words).toContain(said);
    expect(page.body).toContain(`/desk/tickets/${number}?compose=note#composer`);
    const [, first = ""] = /href="(\/desk\/tickets\/new\?draft=\d+)"[^]*?Half a note/.exec(page.body) ?? [];
    const form = await ann.get(first);
    expect(["First call", "Second call"]).toContain(valuesIn(form, "subject")[0]);
    expect(wordsOf(form)).toContain("All 2 begun drafts");
  });

  it("gives back what was dropped, sent or overwritten", async () => {
    const { ann, number } = await start();
    const draft = `/desk/tickets/${number}/drafts/public`;
    await ann.post("/desk/drafts/new", { subject: "A call", text: "It is on f", once: "b" });
    const [draftId = ""] = valuesIn(await ann.get("/desk/drafts"), "draftId");
    const dropped = await ann.post("/desk/drafts/discard", { draftId, back: "https://evil.example/" });
    expect(dropped.location).toBe("/desk/drafts");
    expect(valuesIn(await ann.get("/desk/tickets/new"), "subject")).toEqual([""]);
    expect(wordsOf(await ann.get("/desk/drafts"))).toContain("dropped");
    const restored = await ann.post("/desk/drafts/restore", { draftId });
    expect(restored.location).toBe(`/desk/tickets/new?draft=${draftId}`);
    expect(valuesIn(await ann.get(restored.location), "subject")).toEqual(["A call"]);

    await ann.post(draft, { text: "Dear Cy", once: "c" });
    await ann.upload(`/desk/tickets/${number}/reply`, { text: "Dear Cy", once: "c" });
    const sent = await ann.get("/desk/drafts?which=sent");
    expect(wordsOf(sent)).toContain("Dear Cy");
    const again = await ann.post("/desk/drafts/restore", { draftId: valuesIn(sent, "draftId")[0] ?? "" });
    expect(again.location).toBe(`/desk/tickets/${number}?compose=public#composer`);
    expect((await ann.get(again.location)).body).toContain("Dear Cy</textarea>");
    expect(wordsOf(await ann.get("/desk/drafts?which=sent"))).toContain("Dear Cy");
  });

  it("is nobody else's", async () => {
    const { ann, as, cast, cy } = await start();
    await ann.post("/desk/drafts/new", { subject: "A call", once: "b" });
    const [draftId = ""] = valuesIn(await ann.get("/desk/drafts"), "draftId");
    const mo = await as(cast.mo);
    expect(wordsOf(await mo.get("/desk/drafts"))).not.toContain("A call");
    expect((await mo.post("/desk/drafts/restore", { draftId })).status).toBe(404);
    await mo.post("/desk/drafts/discard", { draftId });
    expect(valuesIn(await ann.get("/desk/tickets/new"), "subject")).toEqual(["A call"]);
    expect(valuesIn(await mo.get(`/desk/tickets/new?draft=${draftId}`), "subject")).toEqual([""]);
    expect((await cy.get("/desk/drafts")).status).toBe(403);
    expect((await (await as()).get("/requests/drafts")).status).toBe(303);
  });

  it("turns its pages", async () => {
    const { ann } = await start();
    for (let each = 1; each <= 31; each++)
      await ann.post("/desk/drafts/new", { subject: `Call ${each}`, once: `${each}` });
    expect(wordsOf(await ann.get("/desk/drafts"))).toContain("1–30 of 31");
    const second = wordsOf(await ann.get("/desk/drafts?from=30"));
    expect(second).toContain("31–31 of 31");
    expect(second).toContain("Call 1 ");
  });
});

describe("the page of a customer's drafts", () => {
  it("leads back into the form of the type that was chosen", async () => {
    const { cy, number } = await start();
    await cy.post("/requests/draft", { subject: "Half a subj", text: "x", typeKey: "malfunction", once: "1" });
    await cy.post(`/requests/${number}/draft`, { body: "And ano", once: "2" });
    const page = await cy.get("/requests/drafts");
    expect(wordsOf(page)).toContain("Half a subj");
    expect(wordsOf(page)).toContain("And ano");
    expect(page.body).toContain(`href="/requests/${number}#answer"`);
    const [, href = ""] = /href="(\/requests\/new\/malfunction\?draft=\d+)"/.exec(page.body) ?? [];
    expect(valuesIn(await cy.get(href), "subject")).toEqual(["Half a subj"]);
  });

  it("keeps the words of somebody who has lost sight of the request, and says nothing of that", async () => {
    const { cy, number, ticketId, context } = await start();
    await cy.post(`/requests/${number}/draft`, { body: "And ano", once: "2" });
    await context.db.updateTable("tickets").set({ visibility: "internal" }).where("id", "=", ticketId).execute();
    const words = wordsOf(await cy.get("/requests/drafts"));
    expect(words).toContain("And ano");
    expect(words).not.toContain("The printer");
  });
});
