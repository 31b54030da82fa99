import { describe, expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";

const path = "/desk/tickets/10001";

/** Cy's printer is 10001, Cora's scanner 10002, Eve's (of another organisation) 10003. */
const startDesk = async () => {
  const portal = await startPortal();
  const { open, cast, as } = portal;
  const cys = await open(cast.cy, { text: "It beeps three times." });
  const coras = await open(cast.cora, { subject: "The scanner scans nothing", text: "Since Monday." });
  const eves = await open(cast.eve, { subject: "The printer prints nothing", text: "Globex is waiting." });
  const ann = await as(cast.ann);
  const rowOf = (id: number) =>
    portal.context.db
      .selectFrom("tickets")
      .select(["status", "merged_into", "merged_apart"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
  return { ...portal, cys, coras, eves, ann, rowOf };
};

describe("merging at the desk", () => {
  it("finds the other ticket, shows what happens, merges, and offers the way back", async () => {
    const { ann, as, cast, cys, coras, rowOf } = await startDesk();
    expect((await ann.get(path)).body).toContain(`href="${path}?do=merge"`);
    const suggested = await ann.get(`${path}?do=merge`);
    expect(wordsOf(suggested)).toContain("The scanner scans nothing");
    expect(wordsOf(suggested)).not.toContain("Globex");
    const found = await ann.get(`${path}?do=merge&q=%2310003`);
    expect(found.body).toContain(`${path}?do=merge&amp;number=10003`);
    const shown = await ann.get(`${path}?do=merge&number=10002`);
    expect(wordsOf(shown)).toContain("Cy will be in CC there.");
    expect(shown.body).not.toContain('name="sight"');
    const merged = await ann.post(`${path}/merge`, { number: "10002", reason: "Same power strip" });
    expect(merged).toMatchObject({ status: 303, location: "/desk/tickets/10002" });
    expect(await rowOf(cys.ticketId)).toMatchObject({ status: "closed", merged_into: coras.ticketId });
    const target = await ann.get("/desk/tickets/10002");
    expect(target.body).toContain('action="/desk/tickets/10001/unmerge"');
    // Beside the line that says so, in either ticket.
    const line = /merged (?:#10001 into this ticket|it into #10002)(?:(?!<\/li>)[^])*\/desk\/tickets\/10001\/unmerge"/;
    for (const page of [target, await ann.get(path)]) expect(page.body).toMatch(line);
    for (const said of [
      "It beeps three times.",
      "from #10001",
      "Same power strip",
      "Ann merged #10001 into this ticket",
    ])
      expect(wordsOf(target)).toContain(said);
    // A page of the old one that is still open types on in the other.
    await ann.post(`${path}/drafts/public`, { text: "Begun in the old one.", once: "page-1" });
    expect((await ann.get("/desk/tickets/10002")).body).toContain("Begun in the old one.");
    const source = await ann.get(path);
    expect(wordsOf(source)).toContain("This ticket goes on in #10002");
    expect(source.body).not.toContain(`action="${path}/reply"`);
    const cy = await as(cast.cy);
    expect(wordsOf(await cy.get("/requests/10001"))).toContain("Goes on in request #10002");
    expect(wordsOf(await cy.get("/requests/10002"))).toContain("It beeps three times.");
    const cora = await as(cast.cora);
    expect(wordsOf(await cora.get("/requests/10002"))).toContain("Anfrage #10001 geht hier weiter");
    // An old page of the one that is gone still sends to where it goes on.
    const answered = await cy.upload("/requests/10001/answer", { body: "Now it smokes." });
    expect(answered.location).toBe("/requests/10002");
    expect(wordsOf(await cora.get("/requests/10002"))).toContain("Now it smokes.");
    const undone = await ann.post(`${path}/unmerge`, {});
    expect(undone.location).toBe(path);
    expect(await rowOf(cys.ticketId)).toMatchObject({ status: "open", merged_into: null });
    expect(wordsOf(await ann.get(path))).toContain("Nobody had got a mail about the merge.");
    for (const each of [path, "/desk/tickets/10002"]) expect((await ann.get(each)).body).not.toContain("/unmerge");
    expect(wordsOf(await cora.get("/requests/10002"))).not.toContain("It beeps three times.");
    expect((await cy.get("/requests/10002")).status).toBe(200);
  });

  it("asks who may read what before people of two organisations meet, with words kept", async () => {
    const { ann, as, cast, cys, eves, rowOf } = await startDesk();
    const shown = await ann.get(`${path}?do=merge&number=10003`);
    expect(wordsOf(shown)).toContain("Cy would read #10003 with its 1 message");
    expect(wordsOf(shown)).toContain("Eve would read the 1 message of #10001.");
    const asked = await ann.post(`${path}/merge`, { number: "10003", reason: "The same firmware" });
    expect(asked.status).toBe(422);
    expect(asked.body).toContain("The same firmware</textarea>");
    expect(asked.body).toContain("Decide whether they may.");
    expect(await rowOf(cys.ticketId)).toMatchObject({ merged_into: null });
    await ann.post(`${path}/merge`, { number: "10003", sight: "apart" });
    expect(await rowOf(cys.ticketId)).toMatchObject({ merged_into: eves.ticketId, merged_apart: true });
    const cy = await as(cast.cy);
    const closed = await cy.get("/requests/10001");
    expect(wordsOf(closed)).not.toContain("10003");
    expect(wordsOf(closed)).toContain("together with another one");
    expect((await cy.get("/requests/10003")).status).toBe(404);
    const followed = await cy.upload("/requests/10001/follow-up", { body: "Is there news?" });
    expect(followed.location).toContain("/requests/10004");
    const eve = await as(cast.eve);
    const hers = wordsOf(await eve.get("/requests/10003"));
    for (const secret of ["It beeps three times.", "10001", "Is there news?"]) expect(hers).not.toContain(secret);
    expect(wordsOf(await ann.get("/desk/tickets/10003"))).toContain("It beeps three times.");
  });

  it("says on the page why it cannot be, and keeps what was typed when somebody was first", async () => {
    const { ann, as, cast, context } = await startDesk();
    await context.db.updateTable("tickets").set({ status: "cancelled" }).where("number", "=", 10_002).execute();
    expect(wordsOf(await ann.get(`${path}?do=merge&number=10002`))).toContain("That ticket was cancelled.");
    const refused = await ann.post(`${path}/merge`, { number: "10002", reason: "My reason" });
    expect(refused.status).toBe(409);
    expect(wordsOf(refused)).toContain("That ticket was cancelled.");
    const mo = await as(cast.mo);
    await mo.post(`${path}/move`, { verb: "close" });
    const late = await ann.post(`${path}/merge`, {
      number: "10003",
      version: "1",
      reason: "My reason",
      sight: "apart",
    });
    expect(late.status).toBe(409);
    expect(late.body).toContain("My reason");
    expect(wordsOf(late)).toContain("Mo has changed Status meanwhile");
  });

  it("gives files of the merged ticket to whoever reads its words, and to nobody else", async () => {
    const { ann, as, cast, context } = await startDesk();
    const cy = await as(cast.cy);
    await cy.upload("/requests/10001/answer", { body: "See here." }, [
      new File(["log"], "log.txt", { type: "text/plain" }),
    ]);
    const { id } = await context.db.selectFrom("attachments").select("id").executeTakeFirstOrThrow();
    const cora = await as(cast.cora);
    const eve = await as(cast.eve);
    const address = (number: number) => `/requests/${number}/files/${id}/log.txt`;
    expect((await cora.get(address(10_002))).status).toBe(404);
    await ann.post(`${path}/merge`, { number: "10002" });
    expect((await cora.get(address(10_002))).body).toBe("log");
    expect((await ann.get(`/desk/tickets/10002/files/${id}/log.txt`)).body).toBe("log");
    expect((await eve.get(address(10_002))).status).toBe(404);
    expect((await eve.get(address(10_003))).status).toBe(404);
    await ann.post("/desk/tickets/10002/merge", { number: "10003", sight: "apart" });
    expect((await eve.get(address(10_003))).status).toBe(404);
    expect((await ann.get(`/desk/tickets/10003/files/${id}/log.txt`)).body).toBe("log");
  });

  it("merges many at once, asks where it has to, and undoes all of it", async () => {
    const { ann, cys, coras, eves, rowOf } = await startDesk();
    const ids = [cys, coras, eves].map(({ ticketId }) => String(ticketId));
    const chosen = await ann.post("/desk/bulk", { do: "merge", tickets: ids, list: "status=open" });
    expect(chosen.location).toContain("/desk/merge?tickets=");
    expect(wordsOf(await ann.get(chosen.location))).toContain("Which one goes on?");
    const shown = await ann.get(`${chosen.location}&into=10001`);
    expect(wordsOf(shown)).toContain("Cora will be in CC there.");
    expect(wordsOf(shown)).toContain("Eve would read #10001");
    const fields = { tickets: ids.join(","), into: "10001", reason: "One power cut", list: "status=open" };
    const asked = await ann.post("/desk/merge", fields);
    expect(asked.status).toBe(422);
    expect(asked.body).toContain("One power cut</textarea>");
    const merged = await ann.post("/desk/merge", { ...fields, sight: "apart" });
    expect(merged.location).toBe("/desk/tickets/10001?list=status%3Dopen");
    expect(await rowOf(coras.ticketId)).toMatchObject({ merged_into: cys.ticketId, merged_apart: false });
    expect(await rowOf(eves.ticketId)).toMatchObject({ merged_into: cys.ticketId, merged_apart: true });
    const back = /name="tickets" value="([\d,]+)"/.exec((await ann.get(merged.location)).body)?.[1] ?? "";
    await ann.post("/desk/unmerge", { tickets: back });
    expect(await rowOf(coras.ticketId)).toMatchObject({ merged_into: null });
    expect(await rowOf(eves.ticketId)).toMatchObject({ merged_into: null, merged_apart: false });
    expect((await ann.post("/desk/bulk", { do: "merge", tickets: ids.slice(0, 1) })).location).toBe("/desk");
  });
});

describe("splitting, passing on and escalating at the desk", () => {
  it("splits a message off, and says in both where it went", async () => {
    const { ann, as, cast, context } = await startDesk();
    const cy = await as(cast.cy);
    await cy.upload("/requests/10001/answer", { body: "And the VPN is down." });
    const { id } = await context.db
      .selectFrom("messages")
      .select("id")
      .where("text", "like", "And the VPN%")
      .executeTakeFirstOrThrow();
    const dialog = await ann.get(`${path}?do=split&messageId=${id}`);
    expect(dialog.body).toContain('value="And the VPN is down."');
    const refused = await ann.post(`${path}/split`, { messageId: String(id), subject: "" });
    expect(refused.status).toBe(422);
    const split = await ann.post(`${path}/split`, { messageId: String(id), subject: "VPN" });
    expect(split.location).toBe("/desk/tickets/10004");
    const fresh = await ann.get("/desk/tickets/10004");
    expect(wordsOf(fresh)).toContain("Split off from");
    expect(fresh.body).toContain('action="/desk/tickets/10004/merge"');
    expect(wordsOf(await ann.get(path))).toContain("Goes on in #10004");
    expect(wordsOf(await cy.get("/requests/10001"))).toContain("Goes on in #10004");
  });

  it("passes on with a reason, and keeps it when it is refused", async () => {
    const { ann, cast } = await startDesk();
    const fields = { teamId: String(cast.secondLevel), reason: "Needs the logs" };
    const wrong = await ann.post(`${path}/pass-on`, { ...fields, teamId: "999" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("Needs the logs</textarea>");
    expect((await ann.post(`${path}/pass-on`, fields)).status).toBe(303);
    expect(wordsOf(await ann.get(path))).toContain("Ann passed it on");
    expect(wordsOf(await ann.get(path))).toContain("“Needs the logs”");
  });

  it("escalates to a new order or one that stands, and shows on both sides what belongs there", async () => {
    const { ann, as, cast, context, cys, rowOf } = await startDesk();
    const wrong = await ann.post(`${path}/escalate`, { subject: "Ribbon sensor", text: "" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="Ribbon sensor"');
    await ann.post(`${path}/escalate`, { subject: "Ribbon sensor", text: "Secret of the firmware." });
    expect((await rowOf(cys.ticketId)).status).toBe("on_hold");
    const dialog = await ann.get("/desk/tickets/10003?do=escalate&q=ribbon");
    expect(wordsOf(dialog)).toContain("1 ticket waits for it");
    await ann.post("/desk/tickets/10003/escalate", { number: "10004" });
    const order = wordsOf(await ann.get("/desk/tickets/10004"));
    for (const said of ["Waiting for this (2)", "Cy · Acme", "Eve · Globex"]) expect(order).toContain(said);
    await ann.post("/desk/tickets/10004/change", { plannedVersion: "5.2" });
    const changed = await ann.post("/desk/tickets/10004/change", { plannedVersion: "5.3" });
    expect(changed.status).toBe(422);
    await ann.post("/desk/tickets/10004/change", { plannedVersion: "5.3", versionReason: "Sensors come late." });
    for (const [who, number] of [
      [cast.cy, 10_001],
      [cast.eve, 10_003],
    ] as const) {
      const visit = await as(who);
      const seen = wordsOf(await visit.get(`/requests/${number}`));
      for (const said of ["#10004 · Received", "planned for 5.3"]) expect(seen).toContain(said);
      for (const secret of ["Ribbon sensor", "firmware", who === cast.cy ? "Eve" : "Cy "])
        expect(seen).not.toContain(secret);
      expect(wordsOf(await visit.get("/requests"))).toContain("Order #10004 · Received, planned for 5.3");
      expect((await visit.get("/requests/10004")).status).toBe(404);
      for (const text of ["ribbon", "10004"])
        expect(wordsOf(await visit.get(`/requests?q=${text}`))).not.toContain("Ribbon sensor");
    }
    expect(await context.db.selectFrom("ticket_links").select("kind").execute()).toEqual([
      { kind: "technical" },
      { kind: "technical" },
    ]);
  });

  it("lets technical support alone say how urgent an order is", async () => {
    const { ann, as, cast, context } = await startDesk();
    const { db } = context;
    await ann.post(`${path}/escalate`, { subject: "Ribbon sensor", text: "Broken." });
    const rank = (who: Awaited<ReturnType<typeof as>>) => who.post("/desk/tickets/10004/change", { priority: "high" });
    expect((await rank(ann)).status).toBe(303);
    await db.updateTable("teams").set({ level: "technical" }).where("id", "=", cast.secondLevel).execute();
    const refused = await ann.post("/desk/tickets/10004/change", { priority: "low" });
    expect(refused.status).toBe(403);
    expect(wordsOf(refused)).toContain("Technical support decides how urgent a technical ticket is.");
    expect((await ann.get("/desk/tickets/10004")).body).not.toContain('name="priority"');
    expect((await rank(await as(cast.tom))).status).toBe(303);
    expect((await rank(await as(cast.mo))).status).toBe(303);
  });
});

describe("tasks at the desk", () => {
  it("are added and ticked in the ticket and in one's own list, and named when the ticket is resolved", async () => {
    const { ann, as, cast, context } = await startDesk();
    const wrong = await ann.post(`${path}/tasks`, { form: "task-form", title: "", dueOn: "2026-12-24" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="2026-12-24"');
    const tom = String(cast.tom.personId);
    await ann.post(`${path}/tasks`, { title: "Ask the supplier", assigneeId: tom, dueOn: "2020-01-02" });
    const { id } = await context.db.selectFrom("ticket_tasks").select("id").executeTakeFirstOrThrow();
    const technician = await as(cast.tom);
    const mine = wordsOf(await technician.get("/desk/tasks"));
    for (const said of ["Ask the supplier", "overdue", "#10001", "until 2 Jan 2020"]) expect(mine).toContain(said);
    expect(wordsOf(await ann.get("/desk/tasks"))).toContain("Nothing is left to do");
    expect(wordsOf(await ann.get("/desk/tasks?whose=all"))).toContain("Ask the supplier");
    const resolved = await ann.post(`${path}/move`, { verb: "resolve", result: "Done" });
    expect(wordsOf(await ann.get(resolved.location))).toContain("1 task is still open.");
    await technician.post(`${path}/tasks/${id}/tick`, { isDone: "on", back: "/desk/tasks" });
    expect(wordsOf(await ann.get(path))).toContain("done by Tom");
    const cy = await as(cast.cy);
    expect(wordsOf(await cy.get("/requests/10001"))).not.toContain("Ask the supplier");
  });
});
