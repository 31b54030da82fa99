import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import { after, useClock } from "../../../platform/time.ts";

const path = "/desk/tickets/10001";

const startWriting = async () => {
  const portal = await startPortal();
  const opened = await portal.open(portal.cast.cy);
  const ann = await portal.as(portal.cast.ann);
  const messages = () =>
    portal.context.db
      .selectFrom("messages")
      .select(["id", "text", "html", "kind", "internal", "taken_back_at"])
      .where("side", "=", "agent")
      .orderBy("id")
      .execute();
  /** Those with words in them; that a page was sent which had saved none is noted, too. */
  const drafts = () =>
    portal.context.db
      .selectFrom("drafts")
      .select(["kind", "text", "html", "ended_as"])
      .where("text", "!=", "")
      .orderBy("id")
      .execute();
  const status = async () =>
    (await portal.context.db.selectFrom("tickets").select("status").executeTakeFirstOrThrow()).status;
  const inCc = async () =>
    (await portal.context.db.selectFrom("ticket_participants").select("person_id").execute()).map(
      (row) => row.person_id,
    );
  return { ...portal, ...opened, ann, messages, drafts, status, inCc };
};

const log = () => new File(["10:14 ERROR"], "spooler.log", { type: "text/plain" });
const textIn = (page: { body: string }, kind: string): string =>
  new RegExp(`<textarea[^>]*id="composer-${kind}-text"[^>]*>([^<]*)</textarea>`).exec(page.body)?.[1] ?? "none";

describe("answering", () => {
  it("says to whom it goes, keeps cleaned HTML and makes the text from it", async () => {
    const { ann, messages } = await startWriting();
    expect(wordsOf(await ann.get(path))).toContain("To Cy &lt;cy@acme.example>");
    const sent = await ann.upload(`${path}/reply`, {
      text: "ignored",
      html: '<p>Hello <strong>Cy</strong>,</p><p onclick="x()">look<script>alert(1)</script></p><img src="https://x.example/a.png">',
    });
    expect(sent).toMatchObject({ status: 303, location: path });
    const [message] = await messages();
    expect(message).toMatchObject({ text: "Hello Cy,\n\nlook", kind: "public", internal: false });
    expect(message?.html).toContain("<strong>Cy</strong>");
    expect(message?.html).not.toMatch(/script|onclick| src="http/);
  });

  it("works without a script: text alone, with a file", async () => {
    const { ann, messages, context } = await startWriting();
    await ann.upload(`${path}/reply`, { text: "Is it on?\r\nReally?" }, [log()]);
    expect(await messages()).toMatchObject([{ text: "Is it on?\nReally?", html: null }]);
    expect(await context.db.selectFrom("attachments").select("name").execute()).toEqual([{ name: "spooler.log" }]);
  });

  it("can be taken back for ten seconds, and then not any more", async () => {
    const { ann, messages, drafts } = await startWriting();
    await ann.upload(`${path}/reply`, { text: "Too fast" });
    const page = await ann.get(path);
    const id = (await messages())[0]?.id ?? 0;
    expect(page.body).toMatch(/data-flash="10"/);
    expect(page.body).toContain(`action="${path}/messages/${id}/take-back"`);
    expect((await ann.post(`${path}/messages/${id}/take-back`, {})).status).toBe(303);
    expect(await messages()).toMatchObject([{ taken_back_at: expect.any(Date) as Date }]);
    const back = await ann.get(path);
    expect(textIn(back, "reply")).toBe("Too fast");
    expect(wordsOf(back)).toContain("Ann took an answer back");
    expect((await drafts()).at(-1)).toMatchObject({ kind: "public", text: "Too fast", ended_as: null });

    await ann.upload(`${path}/reply`, { text: "For good" });
    const later = (await messages()).at(-1)?.id ?? 0;
    const release = useClock(() => after(new Date(), 11_000));
    try {
      const late = await ann.post(`${path}/messages/${later}/take-back`, {});
      expect(late.status).toBe(409);
      expect(wordsOf(late)).toContain("The answer has already been sent");
    } finally {
      release();
    }
  });

  it("is taken back only by whoever wrote it", async () => {
    const { ann, as, cast, messages } = await startWriting();
    await ann.upload(`${path}/reply`, { text: "Mine" });
    const id = (await messages())[0]?.id ?? 0;
    const mo = await as(cast.mo);
    expect((await mo.post(`${path}/messages/${id}/take-back`, {})).status).toBe(403);
    expect((await mo.get(path)).body).not.toContain("take-back");
    expect((await ann.post(`${path}/messages/4711/take-back`, {})).status).toBe(404);
    expect((await ann.post(`${path}/messages/zebra/take-back`, {})).status).toBe(422);
  });

  it("sets the status in the same step, with the result", async () => {
    const { ann, status, context } = await startWriting();
    await ann.upload(`${path}/reply`, { text: "Please try again.", thenStatus: "waiting", result: "not yet" });
    expect(await status()).toBe("waiting");
    await ann.upload(`${path}/reply`, { text: "Solved.", thenStatus: "resolved", result: "Plugged in" });
    const ticket = await context.db.selectFrom("tickets").select(["status", "result"]).executeTakeFirstOrThrow();
    expect(ticket).toEqual({ status: "resolved", result: "Plugged in" });
  });

  it("changes who is in CC before the mail goes", async () => {
    const { ann, inCc, cast } = await startWriting();
    await ann.post(`${path}/participants`, { email: "cora@acme.example" });
    await ann.upload(`${path}/reply`, {
      text: "Hello",
      uncopy: String(cast.cora.personId),
      cc: "Mia <mia@acme.example>",
    });
    expect(await inCc()).toEqual([cast.mia.personId]);
    const refused = await ann.upload(`${path}/reply`, { text: "Kept words", cc: "mia@acme.example, nonsense" });
    expect(refused.status).toBe(422);
    expect(textIn(refused, "reply")).toBe("Kept words");
    expect(refused.body).toContain("composer-reply-cc-error");
  });

  it("is refused while somebody else's words are unread: they are shown, everything typed stays, and it can be sent anyway", async () => {
    const { ann, as, cast, messages } = await startWriting();
    const page = await ann.get(path);
    const cy = await as(cast.cy);
    await cy.upload("/requests/10001/answer", { body: "It works again, thank you!" });
    const [seen = ""] = valuesIn(page, "seen");
    const fields = { text: "Is it on?", html: "<p>Is it <em>on</em>?</p>", seen };
    const refused = await ann.upload(`${path}/reply`, fields, [log()]);
    expect(refused.status).toBe(409);
    const words = wordsOf(refused);
    expect(words).toContain("While you were writing, something was written");
    expect(words).toContain("Cy wrote “It works again, thank you!”");
    expect(words).toContain("Send anyway");
    expect(words).toContain("spooler.log");
    expect(textIn(refused, "reply")).toBe("Is it on?");
    expect(refused.body).toContain("&lt;em>on");
    expect(await messages()).toEqual([]);
    const again = await ann.upload(`${path}/reply`, {
      ...fields,
      seen: valuesIn(refused, "seen")[0] ?? "",
      kept: valuesIn(refused, "kept")[0] ?? "",
    });
    expect(again.status).toBe(303);
    expect(await messages()).toMatchObject([{ text: "Is it on?" }]);
    expect(wordsOf(await ann.get(path))).toContain("spooler.log");
  });

  it("is not held up by one's own words or by notes", async () => {
    const { ann, as, cast, messages } = await startWriting();
    const [seen = ""] = valuesIn(await ann.get(path), "seen");
    await (await as(cast.mo)).upload(`${path}/note`, { text: "Careful." });
    await ann.upload(`${path}/reply`, { text: "One", seen });
    await ann.upload(`${path}/reply`, { text: "Two", seen });
    expect((await messages()).map(({ text }) => text)).toEqual(["Careful.", "One", "Two"]);
  });

  it("is not held up by words that a refresh of the page has brought", async () => {
    const { ann, as, cast, messages } = await startWriting();
    const first = valuesIn(await ann.get(path), "seen");
    await (await as(cast.cy)).upload("/requests/10001/answer", { body: "One more thing." });
    const refreshed = await ann.get(path);
    const [seen = ""] = valuesIn(refreshed, "seen");
    expect(Number(seen)).toBeGreaterThan(Number(first[0]));
    expect(refreshed.body).toMatch(/name="seen" value="\d+" data-goes-on/);
    expect(await ann.upload(`${path}/reply`, { text: "One", seen })).toMatchObject({ status: 303 });
    expect((await messages()).map(({ text }) => text)).toEqual(["One"]);
  });

  it("says at a held answer, to everybody at the desk, when it goes out", async () => {
    const { ann, as, cast } = await startWriting();
    await ann.upload(`${path}/reply`, { text: "Is it on?" });
    for (const reader of [ann, await as(cast.mo)])
      expect(wordsOf(await reader.get(path))).toMatch(
        /Not sent yet: goes out at \d\d:\d\d:\d\d\. Until then the customer does not see it\./,
      );
  });

  it("opens again on what was typed last", async () => {
    const { ann } = await startWriting();
    const open = async () => /value="(reply|note|update)"[^>]*checked/.exec((await ann.get(path)).body)?.[1];
    expect(await open()).toBe("reply");
    const type = (kind: string, text: string) => ann.post(`${path}/drafts/${kind}`, { text });
    await type("note", "Careful.");
    expect(await open()).toBe("note");
    await type("public", "Is it on?");
    expect(await open()).toBe("reply");
    await type("note", "Careful, it is hot.");
    expect(await open()).toBe("note");
    expect((await ann.get(`${path}?compose=public`)).body).toMatch(/value="reply"[^>]*checked/);
  });

  it("keeps the words when the ticket has been cancelled meanwhile, and says by whom", async () => {
    const { ann, as, cast } = await startWriting();
    const [seen = ""] = valuesIn(await ann.get(path), "seen");
    await (await as(cast.mo)).post(`${path}/move`, { verb: "cancel" });
    const refused = await ann.upload(`${path}/reply`, { text: "Dear Cy", seen });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain("This ticket was cancelled. Reopen it first");
    expect(refused.body).toContain("Dear Cy");
  });

  it("needs words or a file", async () => {
    const { ann, messages } = await startWriting();
    const refused = await ann.upload(`${path}/reply`, { text: " ", html: "<p></p>" });
    expect(refused.status).toBe(422);
    expect(wordsOf(refused)).toContain("Write something, or attach a file.");
    expect(await messages()).toEqual([]);
  });

  it("acts once however often it is sent", async () => {
    const { ann, messages } = await startWriting();
    const [once = ""] = valuesIn(await ann.get(path), "once");
    await Promise.all([1, 2, 3].map(() => ann.upload(`${path}/reply`, { text: "Once", once })));
    expect(await messages()).toHaveLength(1);
  });

  it("begins with a prepared answer in the customer's language, or with a quote", async () => {
    const { ann, open, cast } = await startWriting();
    await open(cast.cora);
    const filled = await ann.get("/desk/tickets/10002?canned=3");
    expect(textIn(filled, "reply")).toContain("Guten Tag Cora,");
    expect(textIn(filled, "reply")).toContain("Ann");
    expect(textIn(await ann.get(`${path}?quote=1`), "reply")).toContain("Cy wrote:\n> Since this morning.");
    expect(textIn(await ann.get(`${path}?quote=zebra&canned=99`), "reply")).toBe("");
  });
});

describe("notes and updates", () => {
  it("are unmistakable at the desk and invisible to the customer", async () => {
    const { ann, as, cast, messages } = await startWriting();
    await ann.upload(`${path}/note`, { text: "He is lying." });
    await ann.upload(`${path}/update`, { text: "Replaced the fuse." });
    await ann.upload(`${path}/update`, { text: "Fuse was ours.", isInternal: "on" });
    expect(await messages()).toMatchObject([
      { kind: "note", internal: true },
      { kind: "update", internal: false },
      { kind: "update", internal: true },
    ]);
    const page = await ann.get(path);
    expect(page.body).toMatch(/letter-note[^]*He is lying\./);
    expect(wordsOf(page)).toContain("Internal note");
    const customer = (await (await as(cast.cy)).get("/requests/10001")).body;
    expect(customer).toContain("Replaced the fuse.");
    expect(customer).not.toMatch(/He is lying|Fuse was ours/);
  });

  it("call those whom they name", async () => {
    const { ann, context, cast } = await startWriting();
    await ann.upload(`${path}/note`, { html: '<p><span class="mention">@Tom</span> and @Ann, see</p>', text: "" });
    const event = await context.db
      .selectFrom("events")
      .select("payload")
      .where("name", "=", "ticket.noted")
      .executeTakeFirstOrThrow();
    expect(event.payload).toMatchObject({ mentions: [cast.tom.personId] });
  });
});

describe("drafts", () => {
  it("are kept by person, ticket and kind, and are back on any device", async () => {
    const { ann, as, cast } = await startWriting();
    expect(
      (await ann.post(`${path}/drafts/public`, { text: "Half an ans", html: "<p>Half an <b>ans</b></p>", once: "a" }))
        .status,
    ).toBe(204);
    await ann.post(`${path}/drafts/note`, { text: "Half a note", once: "a" });
    const elsewhere = await (await as(cast.ann)).get(path);
    expect(textIn(elsewhere, "reply")).toBe("Half an ans");
    expect(textIn(elsewhere, "note")).toBe("Half a note");
    expect(elsewhere.body).toContain("Half an &lt;b>ans");
    expect(textIn(await (await as(cast.mo)).get(path), "reply")).toBe("");
    expect((await ann.post(`${path}/drafts/poem`, { text: "x" })).status).toBe(404);
  });

  it("go on in the window that has them; another window's words are set aside, not lost", async () => {
    const { ann, drafts } = await startWriting();
    await ann.post(`${path}/drafts/public`, { text: "one", once: "first" });
    await ann.post(`${path}/drafts/public`, { text: "one two", once: "first" });
    expect(await drafts()).toMatchObject([{ text: "one two", ended_as: null }]);
    // A window that was opened with the draft as it is now goes on with it …
    const [draft = ""] = valuesIn(await ann.get(path), "draft");
    await ann.post(`${path}/drafts/public`, { text: "one two three", once: "second", draft });
    expect(await drafts()).toHaveLength(1);
    // … and the first, which knows nothing of that, does not swallow it.
    await ann.post(`${path}/drafts/public`, { text: "one two 2", once: "first", draft: "0" });
    expect(await drafts()).toMatchObject([
      { text: "one two three", ended_as: "overwritten" },
      { text: "one two 2", ended_as: null },
    ]);
    const earlier = await ann.get(`${path}/drafts`);
    expect(wordsOf(earlier)).toContain("one two three");
    const [draftId = ""] = valuesIn(earlier, "draftId");
    const restored = await ann.post("/desk/drafts/restore", { draftId });
    expect(restored.status).toBe(303);
    expect(textIn(await ann.get(path), "reply")).toBe("one two 2\n\none two three");
  });

  it("end when they are sent, and can still be got back", async () => {
    const { ann, drafts, as, cast } = await startWriting();
    await ann.post(`${path}/drafts/public`, { text: "Dear Cy", once: "a" });
    await ann.upload(`${path}/reply`, { text: "Dear Cy, too", once: "another window" });
    expect(await drafts()).toMatchObject([{ ended_as: null }]);
    await ann.upload(`${path}/reply`, { text: "Dear Cy", once: "a" });
    expect(await drafts()).toMatchObject([{ ended_as: "sent" }]);
    expect(textIn(await ann.get(path), "reply")).toBe("");
    expect(wordsOf(await ann.get(`${path}/drafts`))).toContain("Dear Cy");
    const mo = await as(cast.mo);
    expect(wordsOf(await mo.get(`${path}/drafts`))).not.toContain("Dear Cy");
    expect((await mo.post("/desk/drafts/restore", { draftId: "1" })).status).toBe(404);
  });

  it("survive a change of owner and the end of the session", async () => {
    const { ann, as, cast } = await startWriting();
    await ann.post(`${path}/drafts/public`, { text: "Not done yet", once: "a" });
    await ann.post(`${path}/requester`, { requester: "cora@acme.example" });
    await ann.post(`${path}/assign`, { assigneeIds: String(cast.tom.personId) });
    await ann.post("/sign-out", {});
    expect(textIn(await (await as(cast.ann)).get(path), "reply")).toBe("Not done yet");
  });
});
