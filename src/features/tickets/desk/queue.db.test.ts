import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { saveView } from "../actions/save-view.ts";
import { takeTicket } from "../actions/take-ticket.ts";

const startQueue = async () => {
  const portal = await startPortal();
  const one = await portal.open(portal.cast.cy, { subject: "Printer on fire", priority: "blocker" });
  const two = await portal.open(portal.cast.eve, { subject: "Password forgotten", typeKey: "malfunction" });
  const three = await portal.open(portal.cast.cora, {
    subject: "New colleague",
    text: "Please add the zebra account.",
  });
  await act(portal.context.db, portal.cast.ann, takeTicket, { ticketId: two.ticketId });
  const ann = await portal.as(portal.cast.ann);
  return { ...portal, one, two, three, ann };
};

const subjects = ({ body }: { body: string }): string[] =>
  [...body.matchAll(/data-row-link="true">([^<]*)</g)].map(([, subject = ""]) => subject);

describe("the list", () => {
  it("shows the first view by default, and every view by its address", async () => {
    const { ann } = await startQueue();
    expect(subjects(await ann.get("/desk"))).toEqual(["New colleague", "Printer on fire"]);
    expect(subjects(await ann.get("/desk?view=2"))).toEqual(["Password forgotten"]);
    expect(wordsOf(await ann.get("/desk?view=2"))).toContain("Mine");
  });

  it("says who asks, from where, how it stands, and what was said last", async () => {
    const { ann } = await startQueue();
    const words = wordsOf(await ann.get("/desk?status=all&sort=number"));
    for (const said of ["10001", "Cy", "Acme", "Service request", "Open", "Blocker", "Since this morning."])
      expect(words).toContain(said);
  });

  it("is filtered, sorted and searched by its address alone", async () => {
    const { ann, cast } = await startQueue();
    const shown = async (query: string) => subjects(await ann.get(`/desk?${query}`));
    expect(await shown("status=assigned")).toEqual(["Password forgotten"]);
    expect(await shown("assignee=none&sort=number")).toEqual(["Printer on fire", "New colleague"]);
    expect(await shown("sort=-priority")).toEqual(["Printer on fire", "New colleague", "Password forgotten"]);
    expect(await shown("type=malfunction")).toEqual(["Password forgotten"]);
    expect(await shown(`organisation=${cast.acme}&sort=number`)).toEqual(["Printer on fire", "New colleague"]);
    expect(await shown(`requester=${cast.eve.personId}`)).toEqual(["Password forgotten"]);
    expect(await shown("q=zebra")).toEqual(["New colleague"]);
    expect(await shown("q=10002")).toEqual(["Password forgotten"]);
  });

  it("shows each filter that no select shows, with the list without it", async () => {
    const { ann, cast } = await startQueue();
    const page = await ann.get(`/desk?requester=${cast.cy.personId}&q=printer`);
    expect(wordsOf(page)).toContain("From Cy");
    expect(page.body).toContain(`href="/desk?requester=${cast.cy.personId}"`);
    expect(page.body).toContain('href="/desk?q=printer"');
  });

  it("keeps what was asked for when a select changes something else", async () => {
    const { ann, cast } = await startQueue();
    const page = await ann.get(`/desk?requester=${cast.cy.personId}&q=printer&sort=number&layout=board`);
    const filters = page.body.slice(page.body.indexOf('id="filters"'));
    const form = {
      body: filters.slice(0, filters.indexOf("</form>")),
      status: 0,
      location: "",
      setCookies: [],
      headers: {},
    };
    expect(valuesIn(form, "requester")).toEqual([String(cast.cy.personId)]);
    expect([...valuesIn(form, "q"), ...valuesIn(form, "sort"), ...valuesIn(form, "layout")]).toEqual([
      "printer",
      "number",
      "board",
    ]);
  });

  it("keeps all values of a filter that no select shows", async () => {
    const { ann } = await startQueue();
    const page = await ann.get("/desk?tag=vip&tag=beta&development=1&development=2&requester=5&requester=7");
    const filters = page.body.slice(page.body.indexOf('id="filters"'));
    const form = filters.slice(0, filters.indexOf("</form>"));
    const sent = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!,
    ]);
    const { location } = await ann.get(`/desk?${new URLSearchParams([...sent, ["status", "open"], ["type", ""]])}`);
    expect([...new URL(location, "http://desk.test").searchParams]).toEqual([
      ["status", "open"],
      ["requester", "5"],
      ["requester", "7"],
      ["tag", "vip"],
      ["tag", "beta"],
      ["development", "1"],
      ["development", "2"],
    ]);
  });

  it("gives a filter form that sent empty fields the short address", async () => {
    const { ann } = await startQueue();
    const sent = await ann.get("/desk?view=3&status=open&assignee=&priority=&q=&type=");
    expect(sent).toMatchObject({ status: 303, location: "/desk?status=open&view=3" });
    expect((await ann.get("/desk?view=1&status=unfinished&assignee=none&q=")).location).toBe("/desk?view=1");
    expect((await ann.get("/desk?q=")).location).toBe("/desk?status=all");
  });

  it("goes page by page without repeating anything", async () => {
    const { ann, open, cast } = await startQueue();
    for (let count = 1; count <= 55; count++) await open(cast.eve, { subject: `Bulk ${count}` });
    const first = await ann.get("/desk?status=all&sort=number");
    const next = /href="(\/desk\?[^"]*cursor=after[^"]*)"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "none";
    const second = await ann.get(next);
    expect(subjects(first)).toHaveLength(50);
    expect(subjects(second)).toHaveLength(8);
    expect(new Set([...subjects(first), ...subjects(second)]).size).toBe(58);
  });

  it("says so when nothing fits, and what to do", async () => {
    const { ann } = await startQueue();
    expect(wordsOf(await ann.get("/desk?q=quetzalcoatl"))).toContain("Nothing was found for “quetzalcoatl”");
    expect(wordsOf(await ann.get("/desk?view=4"))).toContain("All done here");
    expect(wordsOf(await ann.get("/desk?priority=low"))).toContain("No ticket fits these filters");
  });

  it("marks what is new to the reader until he has left the ticket", async () => {
    const { ann, one } = await startQueue();
    const isNew = async () => /id="row-\d+" class="row-strong"[^>]*data-row="1"/.test((await ann.get("/desk")).body);
    expect(one.ticketId).toBe(1);
    expect(await isNew()).toBe(true);
    await ann.post("/desk/tickets/10001/presence", { state: "reading" });
    expect(await isNew()).toBe(true);
    await ann.post("/desk/tickets/10001/presence", { state: "left" });
    expect(await isNew()).toBe(false);
  });

  it("has a lane for each status as a board", async () => {
    const { ann } = await startQueue();
    const { body } = await ann.get("/desk?status=unfinished&layout=board");
    const lane = (status: string) => body.slice(body.indexOf(`lane-${status}`)).split("</section>")[0] ?? "";
    expect(subjects({ body: lane("open") })).toEqual(["New colleague", "Printer on fire"]);
    expect(subjects({ body: lane("assigned") })).toEqual(["Password forgotten"]);
    expect(lane("waiting")).toContain("Nothing here");
  });

  it("speaks German to whoever reads German", async () => {
    const { context, cast, as } = await startQueue();
    await context.db.updateTable("people").set({ locale: "de" }).where("id", "=", cast.tom.personId).execute();
    const words = wordsOf(await (await as(cast.tom)).get("/desk"));
    for (const said of ["Nicht zugewiesen", "Betreff", "Noch niemand", "Als Ansicht speichern"])
      expect(words).toContain(said);
  });
});

describe("how it is shown", () => {
  it("is kept in the browser, for each view", async () => {
    const { ann } = await startQueue();
    const saved = await ann.post("/desk/display", {
      density: "roomy",
      columns: ["number", "tags"],
      view: "1",
      back: "/desk?view=1",
    });
    expect(saved).toMatchObject({ status: 303, location: "/desk?view=1" });
    const headings = ({ body }: { body: string }) =>
      [...body.matchAll(/role="columnheader"[^>]*>(?:<a[^>]*>|<span[^>]*>)([^<]+)/g)].map(([, heading]) => heading);
    const mine = await ann.get("/desk?view=1");
    expect(headings(mine)).toEqual(["No.", "Subject", "Tags"]);
    expect(mine.body).toContain("queue-roomy");
    expect(headings(await ann.get("/desk?view=2"))).toContain("Status");
  });

  it("leads nowhere else, whatever the form says", async () => {
    const { ann } = await startQueue();
    for (const back of ["https://elsewhere.example/", "//elsewhere.example", "/desk.example", ""])
      expect((await ann.post("/desk/display", { back })).location).toBe("/desk");
  });

  it("is the usual one where the cookie makes no sense", async () => {
    const { ann } = await startQueue();
    for (const value of ["nonsense", Buffer.from('{"density":7,"columns":[1]}').toString("base64url")]) {
      ann.cookies.set("tresen_desk", value);
      expect((await ann.get("/desk")).status).toBe(200);
    }
  });
});

describe("views", () => {
  const form = { query: "status=open&assignee=none", layout: "table", columns: "subject,status" };

  it("are kept for oneself, and stand in the navigation with their count", async () => {
    const { ann, as, cast } = await startQueue();
    const saved = await ann.post("/desk/views", { ...form, name: "Nobody's", nameDe: "Herrenlos" });
    expect(saved).toMatchObject({ status: 303, location: "/desk?view=6" });
    const page = await ann.get(saved.location);
    expect(wordsOf(page)).toContain("My views Nobody's 2");
    expect(subjects(page)).toEqual(["New colleague", "Printer on fire"]);
    const mo = await as(cast.mo);
    expect(wordsOf(await mo.get("/desk"))).not.toContain("Nobody's");
    expect((await mo.post("/desk/views/6/delete", {})).status).toBe(404);
  });

  it("come back with what was typed when the name is missing", async () => {
    const { ann } = await startQueue();
    const refused = await ann.post("/desk/views", { ...form, name: " ", nameDe: "Herrenlos" });
    expect(refused.status).toBe(422);
    expect(valuesIn(refused, "nameDe")).toContain("Herrenlos");
    expect(refused.body).toContain("save-view-form-name-error");
  });

  it("are shared, renamed and deleted by moderators only", async () => {
    const { ann, as, cast, context } = await startQueue();
    expect((await ann.post("/desk/views", { ...form, name: "All", isShared: "on" })).status).toBe(403);
    expect((await ann.post("/desk/views/1/delete", {})).status).toBe(403);
    expect((await ann.post("/desk/views/1/move", { by: "1" })).status).toBe(403);
    const mo = await as(cast.mo);
    await mo.post("/desk/views", { ...form, viewId: "1", name: "Free", isShared: "on" });
    expect(wordsOf(await ann.get("/desk"))).toContain("Free");
    await mo.post("/desk/views/1/delete", {});
    const left = await context.db.selectFrom("ticket_views").select("id").orderBy("position").execute();
    expect(left.map(({ id }) => id)).toEqual([2, 3, 4, 5]);
  });

  it("change places among their own", async () => {
    const { as, cast, context } = await startQueue();
    const mo = await as(cast.mo);
    await mo.post("/desk/views/3/move", { by: "-1" });
    await mo.post("/desk/views/1/move", { by: "-1" });
    await mo.post("/desk/views/5/move", { by: "1" });
    const order = await context.db.selectFrom("ticket_views").select("id").orderBy("position").orderBy("id").execute();
    expect(order.map(({ id }) => id)).toEqual([1, 3, 2, 4, 5]);
    expect((await mo.post("/desk/views/3/move", { by: "70" })).status).toBe(422);
  });

  it("say when what is shown is no longer what they hold", async () => {
    const { context, ann, cast } = await startQueue();
    await act(context.db, cast.ann, saveView, { name: "Open ones", query: "status=open" });
    expect(wordsOf(await ann.get("/desk?view=6&status=open"))).not.toContain("(changed)");
    expect(wordsOf(await ann.get("/desk?view=6&status=waiting"))).toContain("Open ones (changed)");
  });
});

describe("a search", () => {
  it("that finds little says what may have been meant, and whom", async () => {
    const { ann, as, cast } = await startQueue();
    const words = wordsOf(await ann.get("/desk?q=pasword"));
    expect(words).toContain("Did you mean password 1");
    expect((await ann.get("/desk?q=pasword")).body).toContain('href="/desk?q=password"');
    expect(wordsOf(await ann.get("/desk?q=password"))).not.toContain("Did you mean");
    const named = await ann.get("/desk?q=glob");
    expect(named.body).toContain(`href="/desk?organisation=${cast.globex}"`);
    expect((await ann.get("/desk?q=cora@")).body).toContain(`href="/desk?requester=${cast.cora.personId}"`);
    const cora = await as(cast.cora);
    expect(wordsOf(await cora.get("/requests?status=all&q=colleage"))).toContain("Meinten Sie colleague");
    expect(wordsOf(await cora.get("/requests?status=all&q=pasword"))).not.toContain("Meinten Sie");
  });
});

describe("many at once", () => {
  it("are changed together, and go back to the list", async () => {
    const { ann, one, three, context, cast } = await startQueue();
    const ids = [one.ticketId, three.ticketId].map(String);
    const done = await ann.post("/desk/bulk", { tickets: ids, do: "take", list: "view=3", once: "b1" });
    expect(done).toMatchObject({ status: 303, location: "/desk?view=3" });
    expect(wordsOf(await ann.get("/desk?view=3"))).toContain("2 tickets were changed.");
    const assigned = await context.db.selectFrom("ticket_assignees").select(["ticket_id", "person_id"]).execute();
    expect(assigned.filter(({ person_id }) => person_id === cast.ann.personId)).toHaveLength(3);
  });

  it("report each that could not be changed with the reason, and change the others", async () => {
    const { ann, one, two, three, context } = await startQueue();
    await ann.post("/desk/tickets/10003/move", { verb: "close" });
    const ids = [one.ticketId, two.ticketId, three.ticketId, 4711].map(String);
    const report = await ann.post("/desk/bulk", { tickets: ids, status: "waiting", priority: "high", list: "view=3" });
    expect(report.status).toBe(409);
    const words = wordsOf(report);
    expect(words).toContain("2 changed, 2 could not be changed:");
    expect(words).toContain("#10003 New colleague · Ann moved it to “Closed”");
    expect(words).toContain("This ticket is closed.");
    expect(words).toContain("A ticket that is no longer there");
    expect(report.body).not.toContain("/desk/tickets/0");
    const tickets = await context.db.selectFrom("tickets").select(["status", "priority"]).orderBy("id").execute();
    expect(tickets).toEqual([
      { status: "waiting", priority: "high" },
      { status: "waiting", priority: "high" },
      // All or nothing, for each: the priority of a refused one stays as well.
      { status: "closed", priority: "medium" },
    ]);
  });

  it("say a reason once, with the tickets that it is about, the first at once and the others folded", async () => {
    const { ann, open, cast } = await startQueue();
    const numbers = Array.from({ length: 10 }, (_, index) => 10004 + index);
    const ids: string[] = [];
    for (const number of numbers) {
      ids.push(String((await open(cast.cy, { subject: `Request ${number}` })).ticketId));
      await ann.post(`/desk/tickets/${number}/move`, { verb: "close" });
    }
    const report = await ann.post("/desk/bulk", { tickets: ids, status: "waiting" });
    const words = wordsOf(report);
    expect(words).toContain("0 changed, 10 could not be changed:");
    expect(words.split("This ticket is closed.")).toHaveLength(2);
    expect(words).toMatch(/#10011 Request 10011 · Ann moved it to “Closed” and 2 more #10012/);
  });

  it("leave whoever moved a card on the board, with the reason when it did not move", async () => {
    const { ann, one } = await startQueue();
    const board = "status=unfinished&layout=board";
    const card = { verb: "start", version: "1", list: board, back: "queue" };
    await ann.post("/desk/tickets/10001/priority", { priority: "low" });
    await ann.post("/desk/tickets/10001/move", { verb: "close" });
    const refused = await ann.post("/desk/tickets/10001/move", card);
    expect(refused.status).toBe(409);
    expect(refused.body).toContain('data-lane="open"');
    expect(wordsOf(refused)).toContain("#10001 Printer on fire · Ann moved it to “Closed”");
    expect(refused.body).not.toContain(`id="card-${one.ticketId}"`);
    expect((await ann.post("/desk/tickets/10003/move", { ...card, version: "" })).location).toContain("layout=board");
  });

  it("happen once however often the form is sent", async () => {
    const { ann, one, eventNames } = await startQueue();
    const send = () => ann.post("/desk/bulk", { tickets: String(one.ticketId), do: "take", once: "b2" });
    await Promise.all([send(), send(), send()]);
    expect((await eventNames()).filter((name) => name === "ticket.assigned")).toHaveLength(1);
  });

  it("need tickets and something to do", async () => {
    const { ann, one, eventNames } = await startQueue();
    const before = await eventNames();
    await ann.post("/desk/bulk", { do: "take" });
    expect(wordsOf(await ann.get("/desk"))).toContain("Tick at least one ticket first.");
    await ann.post("/desk/bulk", { tickets: String(one.ticketId) });
    expect(wordsOf(await ann.get("/desk"))).toContain("Choose what to do with the ticked tickets.");
    await ann.post("/desk/bulk", { tickets: "zebra", do: "take" });
    expect(await eventNames()).toEqual(before);
  });
});
