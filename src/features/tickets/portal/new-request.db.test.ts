import { describe, expect, it } from "vitest";
import { answeredFields } from "../../../../test/support/malfunction.ts";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { endEntry } from "../../products/index.ts";
import { productsOf } from "../../../../test/support/products.ts";
import { largestFile } from "../file-limits.ts";
import { findTicketByNumber } from "../store/tickets.ts";

const path = "/requests/new/malfunction";
const filled = {
  ...{ subject: "The printer prints nothing", text: "Since this morning.", priority: "high" },
  ...answeredFields,
};
const picture = () => new File(["pixels"], "screen.png", { type: "image/png" });
const report = () => new File(["10:14 ERROR"], "spooler.log", { type: "text/plain" });

const lookup = async ({ context: { db } }: Awaited<ReturnType<typeof startPortal>>) => ({
  tickets: await db.selectFrom("tickets").selectAll().orderBy("id").execute(),
  files: (await db.selectFrom("attachments").select("name").orderBy("id").execute()).map(({ name }) => name),
  drafts: await db.selectFrom("drafts").selectAll().orderBy("id").execute(),
});

describe("choosing the type", () => {
  it("offers the types that customers may create, and no others", async () => {
    const { as, cast } = await startPortal();
    const words = wordsOf(await (await as(cast.cy)).get("/requests/new"));
    expect(words).toContain("Malfunction");
    expect(words).not.toContain("Technical ticket");
    expect(words).not.toContain("Field service");
    expect((await (await as(cast.cy)).get("/requests/new/technical")).status).toBe(404);
  });

  it("takes visitors to the sign-in and back, and agents to the desk", async () => {
    const { as, cast } = await startPortal();
    expect(await (await as()).get(path)).toMatchObject({
      status: 303,
      location: `/sign-in?next=${encodeURIComponent(path)}`,
    });
    expect(await (await as(cast.ann)).get(path)).toMatchObject({ status: 303, location: "/desk/tickets/new" });
    expect((await (await as(cast.ann)).upload(path, filled)).status).toBe(403);
  });
});

describe("submitting a request", () => {
  it("opens it with everything that was said and confirms it by number, on the request's own page", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const answer = await cy.upload(path, { ...filled, cc: "cora@acme.example; new@acme.example" }, [
      picture(),
      report(),
    ]);
    expect(answer).toMatchObject({ status: 303, location: "/requests/10001?submitted=1" });
    const { tickets, files } = await lookup(portal);
    expect(tickets).toMatchObject([
      {
        number: 10001,
        subject: filled.subject,
        priority: "high",
        requester_id: portal.cast.cy.personId,
        organisation_id: portal.cast.acme,
        channel: "portal",
      },
    ]);
    expect(files).toEqual(["screen.png", "spooler.log"]);
    const confirmed = wordsOf(await cy.get(answer.location));
    expect(confirmed).toContain("We have your request #10001");
    expect(confirmed).toContain("cy@acme.example");
    expect(await portal.context.db.selectFrom("ticket_participants").select("person_id").execute()).toHaveLength(2);
  });

  it("acts once however often the form is sent, also when both arrive together", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const [once = ""] = valuesIn(await cy.get(path), "once");
    expect(once).toMatch(/^[0-9a-f-]{36}$/);
    const answers = await Promise.all([1, 2].map(() => cy.upload(path, { ...filled, once })));
    expect(answers.map(({ location }) => location)).toEqual(Array(2).fill("/requests/10001?submitted=1"));
    expect(await portal.eventNames()).toEqual(["ticket.opened"]);
  });

  it("comes back with 422, every word and the same key when something is missing, and names it", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const answer = await cy.upload(path, { ...filled, subject: " ", cc: "cora@", once: "k-1" });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('href="#request-subject"');
    expect(answer.body).toContain('href="#request-cc"');
    expect(answer.body).toContain("Since this morning.</textarea>");
    expect(valuesIn(answer, "cc")).toEqual(["cora@"]);
    expect(valuesIn(answer, "once")).toEqual(["k-1"]);
    expect(answer.body).toMatch(/value="high"[^>]* checked/);
    expect((await lookup(portal)).tickets).toEqual([]);
  });

  it("names everything that is missing at once, in the order of the page", async () => {
    const portal = await startPortal();
    const answer = await (await portal.as(portal.cast.cy)).upload(path, { cc: "cora@" });
    expect([...answer.body.matchAll(/href="#request-(\w+)"/g)].map(([, name]) => name)).toEqual([
      "subject",
      "text",
      "cc",
    ]);
    expect(wordsOf(answer)).toContain("Subject: Fill this in.");
  });

  it("keeps uploaded files over a refusal, takes away what was unticked, and attaches each once", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const refused = await cy.upload(path, { ...filled, subject: "" }, [picture(), report()]);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused)).toContain("Attached already");
    const kept = valuesIn(refused, "kept");
    expect(kept).toHaveLength(2);
    const done = await cy.upload(path, { ...filled, kept: [...kept, ...kept], dropped: kept.slice(1) });
    expect(done.status).toBe(303);
    expect((await lookup(portal)).files).toEqual(["screen.png"]);
  });

  it("names a file that is too large and keeps the others", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const huge = new File([new Uint8Array(largestFile + 1)], "film.mov", { type: "video/quicktime" });
    const answer = await cy.upload(path, filled, [picture(), huge]);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer)).toContain("Too large, at most 50 MB each: “film.mov”. This file was not attached.");
    expect(valuesIn(answer, "kept")).toHaveLength(1);
    expect((await lookup(portal)).tickets).toEqual([]);
  });

  it("takes no file by a token that the server has not made", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const [token = ""] = valuesIn(await cy.upload(path, { ...filled, subject: "" }, [report()]), "kept");
    const [fact = "", signature = ""] = token.split(".");
    const renamed = Buffer.from(fact, "base64url").toString().replace("spooler.log", "passwd");
    const forged = [`${fact}.aaaa`, "nonsense", fact, `${Buffer.from(renamed).toString("base64url")}.${signature}`];
    await cy.upload(path, { ...filled, kept: forged });
    expect((await lookup(portal)).tickets).toHaveLength(1);
    expect((await lookup(portal)).files).toEqual([]);
  });

  it("does not take an organisation the customer does not belong to", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const answer = await cy.upload(path, { ...filled, organisationId: String(portal.cast.globex) });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("request-organisationId");
  });

  it("asks in a colleague's name, who is the contact then, while the writer reads along; strangers are refused", async () => {
    const portal = await startPortal();
    const { cy, cora, eve } = portal.cast;
    const browser = await portal.as(cy);
    const form = (await browser.get(path)).body;
    expect(form).toMatch(/name="requesterId"[^]*For myself[^]*Cora[^]*Mia/);
    expect(form).not.toContain(">Eve<");
    const stranger = await browser.upload(path, { ...filled, requesterId: String(eve.personId) });
    expect(stranger.status).toBe(422);
    expect(stranger.body).toContain("request-requesterId");
    const answer = await browser.upload(path, { ...filled, requesterId: String(cora.personId) });
    expect(answer.status).toBe(303);
    const number = Number(/\/requests\/(\d+)/.exec(answer.location)?.[1]);
    const ticket = await findTicketByNumber(portal.context.db, portal.cast.ada, number);
    expect(ticket).toMatchObject({ requesterId: cora.personId, participantIds: [cy.personId] });
    expect((await browser.get(answer.location)).status).toBe(200);
    // Nobody shares an organisation with Eve.
    expect((await (await portal.as(eve)).get(path)).body).not.toContain('name="requesterId"');
  });

  it("keeps words and files of somebody whose session is over, and takes them once he has signed in", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    const answer = await (await portal.as()).upload(path, filled, [report()]);
    expect(answer).toMatchObject({ status: 303 });
    const held = decodeURIComponent(/next=(%2Fheld%2F[^&]+)$/.exec(answer.location)?.[1] ?? "");
    expect((await lookup(portal)).tickets).toEqual([]);
    const page = await cy.get(held);
    expect(wordsOf(page)).toContain("Files: spooler.log");
    const names = ["subject", "text", "priority", "kept", ...Object.keys(answeredFields)];
    await cy.post(path, Object.fromEntries(names.map((name) => [name, valuesIn(page, name)])));
    expect((await lookup(portal)).tickets).toMatchObject([{ subject: filled.subject }]);
    expect((await lookup(portal)).files).toEqual(["spooler.log"]);
  });

  it("shows own open requests about the same, not those of others", async () => {
    const portal = await startPortal();
    await portal.open(portal.cast.cora, { subject: "Printers are slow" });
    await portal.open(portal.cast.cy, { subject: "Two printers are missing" });
    const cy = await portal.as(portal.cast.cy);
    const refused = wordsOf(await cy.upload(path, { subject: "The printer prints nothing", text: "" }));
    expect(refused).toContain("Two printers are missing");
    expect(refused).not.toContain("Printers are slow");
    expect(wordsOf(await cy.get(`${path}?subject=my+printer`))).toContain("Two printers are missing");
    expect(wordsOf(await cy.get(`${path}?subject=the+an+`))).not.toContain("Two printers");
  });
});

describe("what is typed", () => {
  const typed = { subject: "Half a subj", text: "and half a ", once: "page-1" };

  it("is saved as it is typed, is in the form again on return, and goes with the request", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    expect((await cy.post("/requests/draft", typed)).status).toBe(204);
    expect((await cy.post("/requests/draft", { ...typed, text: "and half a sentence" })).status).toBe(204);
    const form = await cy.get(path);
    expect(wordsOf(form)).toContain("This was begun before and not sent");
    expect(valuesIn(form, "subject")).toEqual(["Half a subj"]);
    expect(form.body).toContain("and half a sentence</textarea>");
    expect((await lookup(portal)).drafts).toHaveLength(1);
    const [draftId = ""] = valuesIn(form, "draftId");
    const [draft = ""] = valuesIn(form, "draft");
    await cy.upload(path, { ...filled, once: "page-2", draftId, draft });
    expect((await lookup(portal)).drafts).toMatchObject([{ ended_as: "sent" }]);
    expect(wordsOf(await cy.get(path))).not.toContain("This was begun");
  });

  it("stands beside what another window typed, and each ends with its own", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    await cy.post("/requests/draft", typed);
    await cy.post("/requests/draft", { ...typed, text: "other words", once: "page-2" });
    expect((await lookup(portal)).drafts).toMatchObject([
      { text: "and half a ", ended_as: null },
      { text: "other words", ended_as: null },
    ]);
    await cy.upload(path, { ...filled, once: "page-1" });
    expect((await lookup(portal)).drafts).toMatchObject([
      { text: "and half a ", ended_as: "sent" },
      { text: "other words", ended_as: null },
    ]);
    expect(valuesIn(await cy.get(`${path}?empty=1`), "subject")).toEqual([""]);
    expect((await cy.get(path)).body).toContain("other words</textarea>");
  });

  it("is nobody else's, is gone when it is discarded, and is nothing while nothing was typed", async () => {
    const portal = await startPortal();
    const cy = await portal.as(portal.cast.cy);
    await cy.post("/requests/draft", { subject: "", text: "", priority: "medium", once: "page-1" });
    expect((await lookup(portal)).drafts).toEqual([]);
    await cy.post("/requests/draft", typed);
    expect((await (await portal.as(portal.cast.cora)).get(path)).body).not.toContain("Half a subj");
    const [draftId = ""] = valuesIn(await cy.get(path), "draftId");
    const dropped = await cy.post("/requests/drafts/discard", { draftId, back: `${path}?empty=1` });
    expect(dropped).toMatchObject({ status: 303, location: `${path}?empty=1` });
    expect((await cy.get(path)).body).not.toContain("Half a subj");
    expect((await (await portal.as()).post("/requests/draft", typed)).status).toBe(303);
  });
});

describe("a type that asks for the product", () => {
  const call = "/requests/new/service_call";
  const startCall = async (asks: "optional" | "required" = "required") => {
    const portal = await startPortal();
    const { db } = portal.context;
    await db.updateTable("ticket_types").set({ asks_product: asks }).where("key", "=", "service_call").execute();
    const products = await productsOf(db, portal.cast.ada);
    const ticket = () => db.selectFrom("tickets").select(["product_id", "version_id", "module_id"]).executeTakeFirst();
    return { ...portal, ...products, ticket, cy: await portal.as(portal.cast.cy) };
  };

  it("offers versions and modules grouped by product, and takes what belongs together", async () => {
    const { cy, fakt, v15, stock, ticket } = await startCall();
    const { body } = await cy.get(call);
    expect(body).toContain('<optgroup label="Fakt">');
    expect(body).toContain(`data-when="{&quot;productId&quot;:[&quot;${fakt}&quot;]`);
    const choice = { productId: String(fakt), versionId: String(v15), moduleId: String(stock) };
    expect((await cy.upload(call, { ...filled, ...choice })).location).toContain("/requests/10001");
    expect(await ticket()).toEqual({ product_id: fakt, version_id: v15, module_id: stock });
    const shown = wordsOf(await cy.get("/requests/10001"));
    expect(shown).toMatch(/Product Fakt.*Version 15\.0.*Module Stock/);
  });

  it("names what does not belong together, with the choice kept", async () => {
    const { cy, fakt, konto, v14, stock, ticket } = await startCall();
    const misfit = await cy.upload(call, {
      ...filled,
      productId: String(fakt),
      versionId: String(v14),
      moduleId: String(stock),
    });
    expect(misfit.status).toBe(422);
    expect(wordsOf(misfit)).toContain("This module does not exist in the chosen version.");
    expect(misfit.body).toMatch(new RegExp(`<option value="${v14}" selected`));
    const foreign = await cy.upload(call, { ...filled, productId: String(konto), versionId: String(v14) });
    expect(wordsOf(foreign)).toContain("This version belongs to another product.");
    expect(await ticket()).toBeUndefined();
  });

  it("demands the product only where the type does, and only where there are any", async () => {
    const { cy, context, cast, fakt, konto } = await startCall();
    const missing = await cy.upload(call, filled);
    expect(missing.status).toBe(422);
    expect(missing.body).toContain('href="#request-productId"');
    for (const id of [fakt, konto])
      await act(context.db, cast.ada, endEntry, { productId: id, kind: "product", id, to: "retire" });
    expect((await cy.upload(call, filled)).status).toBe(303);
    const optional = await startCall("optional");
    expect((await optional.cy.upload(call, filled)).status).toBe(303);
  });
});
