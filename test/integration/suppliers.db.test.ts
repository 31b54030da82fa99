import { Readable } from "node:stream";
import { expect, test } from "vitest";
import {
  closeTicket,
  mergeTicket,
  openTicket,
  replyToTicket,
  resolveTicket,
  takeTicket,
  unmergeTicket,
} from "../../src/features/tickets/index.ts";
import { addSupplier, passTicket } from "../../src/features/suppliers/index.ts";
import { changeSupplier } from "../../src/features/suppliers/actions/change-supplier.ts";
import { endPassing } from "../../src/features/suppliers/actions/end-passing.ts";
import { endSupplier } from "../../src/features/suppliers/actions/end-supplier.ts";
import { writeToSupplier } from "../../src/features/suppliers/actions/write-to-supplier.ts";
import { passingAddress } from "../../src/features/suppliers/reply-address.ts";
import { takeBack } from "../../src/features/tickets/actions/take-back.ts";
import { act } from "../../src/platform/act.ts";
import { Conflict } from "../../src/platform/errors.ts";
import { arrive, desk } from "../support/incoming.ts";
import { startMailPages } from "../support/mail-pages.ts";
import { wordsOf } from "../support/portal.ts";

const facts = {
  domain: "acme.example",
  errorPicture: "The export stops at 90 %.",
  mayContact: "yes",
  contactName: "Cy",
  contactEmail: "cy@acme.example",
  sendsAnswers: "on",
} as const;

const supplier = { name: "Druckwerk", mailAddress: "help@werk.example", customerNumber: "K-1", locale: "en" };

/** Cy's ticket, which Ann has taken, and a supplier. */
const start = async () => {
  const pages = await startMailPages();
  const { context, cast, drain } = pages;
  const { db, signer } = context;
  const { ticketId } = await act(db, cast.cy, openTicket, { subject: "Export", text: "It stops." });
  await act(db, cast.ann, takeTicket, { ticketId });
  const { supplierId } = await act(db, cast.ada, addSupplier, supplier);
  const pass = (more: Record<string, unknown> = {}) =>
    act(db, cast.ann, passTicket, { ticketId, supplierId, ...facts, ...more });
  const out = async () => {
    await drain();
    const mails = await db.selectFrom("outgoing_mails").selectAll().orderBy("id").execute();
    return mails.filter(({ to_address }) => to_address === "help@werk.example");
  };
  const status = async () =>
    (await db.selectFrom("tickets").select("status").where("id", "=", ticketId).executeTakeFirstOrThrow()).status;
  const to = (passingId: number) => passingAddress(signer, { desk, passingId });
  const passings = () => db.selectFrom("supplier_passings").selectAll().orderBy("id").execute();
  const notes = async () =>
    (await db.selectFrom("messages").selectAll().where("kind", "=", "note").orderBy("id").execute()).map(
      ({ text, internal, author_name: by }) => ({ text, internal, by }),
    );
  return { ...pages, db, ticketId, supplierId, pass, out, status, to, passings, notes };
};

const from = "Pia <pia@werk.example>";

test("the supplier gets the facts in a mail that no desk drops, and the ticket waits", async () => {
  const { pass, out, status, to } = await start();
  const { passingId } = await pass();
  expect(await status()).toBe("on_hold");
  const [mail] = await out();
  expect(mail).toMatchObject({ automatic: false, reply_to: to(passingId), from_address: "support@desk.example" });
  for (const fact of ["K-1", "acme.example", "The export stops at 90 %.", "cy@acme.example"])
    expect(mail?.text).toContain(fact);
  expect(mail?.text).not.toContain("It stops.");
  expect(mail?.headers).toMatchObject({ "X-Tresen-Ticket": "10001" });
});

test("nothing of the contact is sent or sent on unless it is allowed, and nobody decides that by accident", async () => {
  const { pass, out, db, cast, ticketId } = await start();
  await expect(pass({ mayContact: undefined })).rejects.toThrow();
  await pass({ mayContact: "no" });
  await act(db, cast.cy, replyToTicket, { ticketId, text: "Call me, Cy." });
  const mails = await out();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).not.toMatch(/cy@acme|Cy\b/);
});

test("files of the first message go there if somebody wants it, and not without", async () => {
  const { context, db, cast, pass, out, agent } = await start();
  const { file, size } = await context.files.put(Readable.from(["a picture"]), 100);
  const screen = { file, size, name: "screen.png", type: "image/png" };
  const open = async () => {
    const words = { subject: "Screen", text: "See there.", attachments: [screen] };
    return (await act(db, cast.cy, openTicket, words)).ticketId;
  };
  const [one, other] = [await open(), await open()];
  expect(wordsOf(await agent.get("/desk/tickets/10002/suppliers/new"))).toContain("screen.png");
  await pass({ ticketId: one });
  await pass({ ticketId: other, sendsFiles: "on" });
  const mails = await out();
  expect(mails.map(({ attachments }) => attachments)).toEqual([[], [{ name: "screen.png", type: "image/png", file }]]);
  expect(mails[1]?.text).toContain("screen.png");
  const page = wordsOf(await agent.get("/desk/tickets/10003/suppliers"));
  expect(page).toMatch(/passed .*kept in the mailbox.*screen\.png/);
});

test("of two colleagues who pass at once one is told of the other", async () => {
  const { pass, db, cast, ticketId, supplierId, passings } = await start();
  const other = act(db, cast.mo, passTicket, { ticketId, supplierId, ...facts });
  const both = await Promise.allSettled([pass(), other]);
  const refused = both.filter((each) => each.status === "rejected");
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toBeInstanceOf(Conflict);
  expect((refused[0]?.reason as Conflict).phrase.say("en")).toMatch(/(Ann|Mo) has passed the ticket to Druckwerk/);
  expect(await passings()).toHaveLength(1);
});

test("the supplier's answer is an internal note, takes the ticket up again and tells who works on it", async () => {
  const { pass, status, to, notes, passings, drain, customer, agent, db, ...pages } = await start();
  const { passingId } = await pass();
  const mail = await arrive(
    { ...pages, drain },
    { from, to: to(passingId), subject: "Re: Export [#4711]", text: "Fixed in 5.3." },
  );
  await drain();
  expect(mail).toMatchObject({ state: "filed", reason: "from-supplier" });
  expect(await notes()).toEqual([{ text: "Fixed in 5.3.", internal: true, by: "Druckwerk (supplier): Pia" }]);
  expect(await status()).not.toBe("on_hold");
  expect(await passings()).toMatchObject([{ their_number: "4711" }]);
  const told = await db.selectFrom("outgoing_mails").selectAll().where("template", "=", "suppliers.answered").execute();
  expect(told.map(({ to_address }) => to_address)).toEqual(["ann@desk.example"]);
  const page = wordsOf(await agent.get("/desk/tickets/10001/suppliers"));
  expect(page).toMatch(/At Druckwerk, No\. 4711.*Fixed in 5\.3\./);
  expect(wordsOf(await agent.get("/desk/tickets/10001"))).toContain("At Druckwerk, No. 4711");
  const seen = wordsOf(await customer.get("/requests/10001"));
  expect(seen).not.toMatch(/Druckwerk|5\.3|supplier/);
  expect((await customer.get("/desk/tickets/10001/suppliers")).body).not.toContain("Druckwerk");
});

test("an answer to the Message-ID alone arrives, too, and header lines are believed with it", async () => {
  const { pass, out, passings, ...pages } = await start();
  await pass();
  const [mail] = await out();
  const headers = {
    "In-Reply-To": mail?.message_id ?? "",
    "X-Tresen-Ticket": "10023",
    "X-Tresen-Status": "In%20Arbeit",
  };
  expect(await arrive(pages, { from, headers })).toMatchObject({ reason: "from-supplier" });
  expect(await passings()).toMatchObject([{ their_number: "10023", their_status: "In Arbeit" }]);
});

test.each([
  ["a stranger with the right address", "Eve <eve@globex.example>", (to: string) => to, {}],
  ["somebody who guesses the address", from, (to: string) => to.replace(/-[a-z2-7]{16}@/, "-aaaaaaaaaaaaaaaa@"), {}],
  [
    "a forged supplier whom his domain disowns",
    from,
    (to: string) => to,
    { "Authentication-Results": "mx.desk.example; dmarc=fail" },
  ],
  ["the supplier without any proof", from, () => desk.mailAddress, {}],
])("%s is a stranger as everywhere", async (_who, sender, toOf, headers) => {
  const { pass, to, ticketId, notes, status, passings, ...pages } = await start();
  const { passingId } = await pass();
  const mail = await arrive(pages, {
    from: sender,
    to: toOf(to(passingId)),
    subject: "Re: Export [#10001]",
    text: "Tell me all.",
    headers: { ...headers, "X-Tresen-Status": "Done", "X-Tresen-Ticket": "666" },
  });
  expect(mail.ticketId).not.toBe(ticketId);
  expect(await notes()).toEqual([]);
  expect(await status()).toBe("on_hold");
  expect(await passings()).toMatchObject([{ their_status: null, their_number: null }]);
});

test("automatic replies are kept at the passing, move nothing and are answered by nothing; a loop ends there", async () => {
  const pages = await start();
  const { pass, out, to, notes, status, agent } = pages;
  const { passingId } = await pass();
  const before = (await out()).length;
  const headers = { "Auto-Submitted": "auto-replied", "X-Tresen-Status": "Open", "X-Tresen-Ticket": "10023" };
  for (let round = 0; round < 7; round++) {
    const mail = await arrive(pages, { from, to: to(passingId), headers, text: `We got it, ${round}.` });
    expect(mail).toMatchObject({ state: "ignored", verdict: "auto-reply" });
  }
  expect(await out()).toHaveLength(before);
  expect(await notes()).toEqual([]);
  expect(await status()).toBe("on_hold");
  const page = wordsOf(await agent.get("/desk/tickets/10001/suppliers"));
  expect(page).toContain("Open at Druckwerk, No. 10023");
  expect(page).toContain("We got it, 4.");
  expect(page).not.toContain("We got it, 5.");
  const { id } = await pages.context.db.selectFrom("incoming_mails").select("id").executeTakeFirstOrThrow();
  const rehearsed = wordsOf(await pages.admin.get(`/admin/incoming-mail/${id}?now=1`));
  expect(rehearsed).toContain("What would become of it now State Not filed");
});

test("what customers write is sent on in the supplier's own thread, with a limit, and the end of the ticket is told once", async () => {
  const { pass, out, db, cast, ticketId } = await start();
  const { passingId } = await pass();
  await act(db, cast.ann, writeToSupplier, { passingId, text: "Any news?" });
  await act(db, cast.cy, replyToTicket, { ticketId, text: "Still broken." });
  await out();
  await act(db, cast.ann, resolveTicket, { ticketId, result: "Install 5.3." });
  const mails = await out();
  expect(mails.map(({ subject }) => subject)).toEqual(Array(4).fill("Export (our number 10001)"));
  expect(mails[1]?.text).toContain("Any news?");
  expect(mails[2]?.text).toContain("Still broken.");
  expect(mails[3]?.text).toContain("Our ticket 10001 is resolved.");
  expect(mails[3]?.text).not.toContain("Install 5.3.");
  expect(mails[3]?.reference_ids).toEqual(mails.slice(0, 3).map(({ message_id }) => message_id));
  for (let round = 0; round < 25; round++) await act(db, cast.cy, replyToTicket, { ticketId, text: `Round ${round}` });
  const states = (await out()).map(({ state }) => state);
  expect(states.filter((state) => state !== "withheld").length).toBeLessThanOrEqual(21);
  expect(states).toContain("withheld");
});

test("a passing goes on in the ticket into which its own was merged, and comes back with it", async () => {
  const pages = await start();
  const { pass, to, db, cast, ticketId, agent } = pages;
  const { passingId } = await pass();
  const other = await act(db, cast.cy, openTicket, { subject: "Also export", text: "The same." });
  await act(db, cast.ann, mergeTicket, { ticketId, number: other.number });
  expect(wordsOf(await agent.get("/desk/tickets/10002"))).toContain("At Druckwerk");
  const mail = await arrive(pages, { from, to: to(passingId), text: "Fixed." });
  expect(mail).toMatchObject({ reason: "from-supplier", ticketId: other.ticketId });
  await act(db, cast.ann, unmergeTicket, { ticketId });
  expect(wordsOf(await agent.get("/desk/tickets/10002"))).not.toContain("At Druckwerk");
  expect(wordsOf(await agent.get("/desk/tickets/10001"))).toContain("At Druckwerk");
});

test("what customers of another ticket write in a merged one is not sent on", async () => {
  const { pass, out, db, cast, ticketId } = await start();
  await pass();
  const other = await act(db, cast.eve, openTicket, { subject: "Also export", text: "The same." });
  await act(db, cast.ann, mergeTicket, { ticketId, number: other.number, sight: "apart" });
  await act(db, cast.eve, replyToTicket, { ticketId: other.ticketId, text: "I am Eve of Globex." });
  expect((await out()).map(({ text }) => text).join()).not.toContain("Globex");
});

test("an end that is taken back is not told", async () => {
  const { pass, out, db, cast, ticketId } = await start();
  await pass();
  const { eventId } = await act(db, cast.ann, resolveTicket, { ticketId, result: "Install 5.3.", holdSeconds: 10 });
  await out();
  await act(db, cast.ann, takeBack, { ticketId, eventIds: [eventId] });
  expect((await out()).map(({ state }) => state)).toEqual(["kept", "cancelled"]);
});

test("a ticket that is over is passed to nobody", async () => {
  const { pass, out, db, cast, ticketId, passings } = await start();
  await act(db, cast.ann, closeTicket, { ticketId });
  await expect(pass()).rejects.toThrow(Conflict);
  expect(await passings()).toEqual([]);
  expect(await out()).toEqual([]);
});

test("when a passing has ended nothing goes there, and what comes from there arrives", async () => {
  const pages = await start();
  const { pass, out, to, db, cast, ticketId, notes } = pages;
  const { passingId } = await pass();
  await act(db, cast.ann, endPassing, { passingId });
  await act(db, cast.cy, replyToTicket, { ticketId, text: "Still broken." });
  await expect(act(db, cast.ann, writeToSupplier, { passingId, text: "Hello?" })).rejects.toThrow(Conflict);
  expect(await out()).toHaveLength(1);
  await arrive(pages, { from, to: to(passingId), text: "Fixed after all." });
  expect(await notes()).toMatchObject([{ text: "Fixed after all." }]);
  await pass();
  expect(await out()).toHaveLength(2);
});

test("a supplier in use is retired and not deleted, and gets nothing new", async () => {
  const { pass, db, cast, supplierId, ticketId } = await start();
  await pass();
  const end = (to: string) => act(db, cast.ada, endSupplier, { supplierId, to });
  await expect(end("delete")).rejects.toThrow(Conflict);
  await end("retire");
  const { ticketId: another } = await act(db, cast.cy, openTicket, { subject: "More", text: "More." });
  expect(another).not.toBe(ticketId);
  await expect(pass({ ticketId: another })).rejects.toThrow(Conflict);
  await expect(act(db, cast.ann, endSupplier, { supplierId, to: "restore" })).rejects.toThrow();
});

test("the form knows what we know and preselects nothing about contact; a second click passes nothing more", async () => {
  const { agent, supplierId, passings, admin, db, cast } = await start();
  const { body } = await agent.get("/desk/tickets/10001/suppliers/new");
  expect(body).toContain("It stops.");
  expect(body).toContain("acme.example");
  expect(body).not.toMatch(/name="mayContact"[^>]*checked/);
  await act(db, cast.ada, changeSupplier, { ...supplier, supplierId, customerNumber: "" });
  const numberless = await agent.post("/desk/tickets/10001/suppliers/new", {
    ...facts,
    supplierId: String(supplierId),
  });
  expect(numberless.status).toBe(422);
  expect(wordsOf(numberless)).toContain("None is written down for this supplier.");
  await act(db, cast.ada, changeSupplier, { ...supplier, supplierId });
  const form = { ...facts, supplierId: String(supplierId), once: "7d6c3ad4-7b52-4c14-9d6e-0c0f3f2a6d11" };
  const first = await agent.post("/desk/tickets/10001/suppliers/new", form);
  const second = await agent.post("/desk/tickets/10001/suppliers/new", form);
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(await passings()).toHaveLength(1);
  expect(wordsOf(await admin.get(`/admin/suppliers/${supplierId}`))).toContain("1 ticket passed");
  expect(wordsOf(await admin.get("/admin/audit"))).toContain("Supplier added");
});
