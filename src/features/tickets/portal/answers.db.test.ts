import { describe, expect, it } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { after, days, useClock } from "../../../platform/time.ts";
import { closeTicket } from "../actions/close-ticket.ts";
import { resolveTicket } from "../actions/resolve-ticket.ts";

const path = "/requests/10001";
const log = () => new File(["10:14 ERROR"], "spooler.log", { type: "text/plain" });

const startWithRequest = async () => {
  const portal = await startPortal();
  const { ticketId } = await portal.open(portal.cast.cy);
  const statusNow = async () =>
    (
      await portal.context.db
        .selectFrom("tickets")
        .select("status")
        .where("id", "=", ticketId)
        .executeTakeFirstOrThrow()
    ).status;
  const messages = async () =>
    portal.context.db.selectFrom("messages").select(["text", "side", "author_id", "channel"]).orderBy("id").execute();
  const files = async () => portal.context.db.selectFrom("attachments").select(["name"]).execute();
  return { ...portal, ticketId, statusNow, messages, files };
};

describe("answering", () => {
  it("adds the words and files, says so, and ends the draft", async () => {
    const { as, cast, messages, files, context } = await startWithRequest();
    const cy = await as(cast.cy);
    await cy.post(`${path}/draft`, { kind: "reply", body: "It is sw", once: "p1" });
    expect((await cy.get(path)).body).toContain("It is sw</textarea>");
    const answer = await cy.upload(
      `${path}/answer`,
      { kind: "reply", body: "It is switched on.\r\nReally.", once: "p1" },
      [log()],
    );
    expect(answer).toMatchObject({ status: 303, location: path });
    expect((await messages()).at(-1)).toEqual({
      text: "It is switched on.\nReally.",
      side: "customer",
      author_id: cast.cy.personId,
      channel: "portal",
    });
    expect(await files()).toEqual([{ name: "spooler.log" }]);
    const page = await cy.get(path);
    expect(wordsOf(page)).toContain("Your answer has been sent.");
    expect(page.body).not.toContain("It is sw</textarea>");
    expect(await context.db.selectFrom("drafts").select("ended_as").execute()).toEqual([{ ended_as: "sent" }]);
  });

  it("acts once however often it is sent", async () => {
    const { as, cast, eventNames } = await startWithRequest();
    const cy = await as(cast.cy);
    const [once = ""] = valuesIn(await cy.get(path), "once");
    const answers = await Promise.all([1, 2, 3].map(() => cy.upload(`${path}/answer`, { body: "It is on.", once })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await eventNames()).toEqual(["ticket.opened", "ticket.answered"]);
  });

  it("is for those who take part; for strangers the request does not exist, colleagues only read", async () => {
    const { as, cast, messages } = await startWithRequest();
    const send = async (person?: Parameters<typeof as>[0]) =>
      (await (await as(person)).upload(`${path}/answer`, { body: "Let me in." })).status;
    expect(await send(cast.eve)).toBe(404);
    expect(await send(cast.cora)).toBe(403);
    expect(await send(cast.ann)).toBe(403);
    expect(await send()).toBe(303);
    expect(await messages()).toHaveLength(1);
    expect(await send(cast.mia)).toBe(303);
    expect(await messages()).toHaveLength(2);
  });

  it("comes back with 422 when nothing was written, and with the words when a file is refused", async () => {
    const { as, cast } = await startWithRequest();
    const cy = await as(cast.cy);
    const silent = await cy.upload(`${path}/answer`, { body: "  \n" });
    expect(silent.status).toBe(422);
    expect(wordsOf(silent)).toContain("Write something, or attach a file.");
    const huge = new File([new Uint8Array(50_000_001)], "film.mov");
    const refused = await cy.upload(`${path}/answer`, { body: "See the film." }, [log(), huge]);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused)).toContain("Too large, at most 50 MB each: “film.mov”. This file was not attached.");
    expect(refused.body).toContain("See the film.</textarea>");
    const kept = valuesIn(refused, "kept");
    expect((await cy.upload(`${path}/answer`, { body: "See the log.", kept })).status).toBe(303);
    expect(wordsOf(await cy.get(path))).toMatch(/See the log\. spooler\.log/);
  });

  it("refuses more files than one letter may have, keeping all of them", async () => {
    const { as, cast, messages } = await startWithRequest();
    const cy = await as(cast.cy);
    const some = Array.from({ length: 15 }, (_, index) => new File([`${index}`], `${index}.txt`));
    const more = Array.from({ length: 15 }, (_, index) => new File([`more ${index}`], `more-${index}.txt`));
    const kept = valuesIn(
      await cy.upload(`${path}/answer`, { body: "" }, [...some, new File([new Uint8Array(50_000_001)], "x")]),
      "kept",
    );
    const answer = await cy.upload(`${path}/answer`, { body: "All of it.", kept }, more);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer)).toContain("At most 20 files");
    expect(valuesIn(answer, "kept")).toHaveLength(30);
    expect(await messages()).toHaveLength(1);
  });

  it("brings a waiting, a resolved and a freshly closed request back to work", async () => {
    const { as, cast, context, ticketId, reply, statusNow } = await startWithRequest();
    const cy = await as(cast.cy);
    await reply(cast.ann, ticketId, { thenStatus: "waiting" });
    await cy.upload(`${path}/answer`, { body: "Yes." });
    expect(await statusNow()).toBe("open");
    await act(context.db, cast.ann, resolveTicket, { ticketId, result: "Done." });
    expect(wordsOf(await cy.get(path))).toContain("Send and reopen");
    await cy.upload(`${path}/answer`, { body: "No." });
    expect(wordsOf(await cy.get(path))).toContain("the request is open again");
    await act(context.db, cast.cy, closeTicket, { ticketId });
    await cy.upload(`${path}/answer`, { body: "Once more." });
    expect(await statusNow()).toBe("open");
  });

  it("takes words that were written before the desk closed for good as a follow-up, and leads there", async () => {
    const { as, cast, context, ticketId, statusNow, messages } = await startWithRequest();
    const cy = await as(cast.cy);
    await cy.get(path);
    await act(context.db, cast.ann, closeTicket, { ticketId });
    const later = useClock(() => after(new Date(), days(15)));
    const answer = await cy.upload(`${path}/answer`, { body: "Still broken." });
    expect(answer).toMatchObject({ status: 303, location: "/requests/10002?submitted=1" });
    expect(await statusNow()).toBe("closed");
    expect((await messages()).at(-1)?.text).toBe("Still broken.");
    later();
  });
});

describe("a follow-up", () => {
  it("is one form away once a request is over for good, with its words, and both are linked", async () => {
    const { as, cast, context, ticketId } = await startWithRequest();
    const cy = await as(cast.cy);
    await cy.post(`${path}/draft`, { body: "Half a", once: "p1" });
    await act(context.db, cast.ann, closeTicket, { ticketId });
    const later = useClock(() => after(new Date(), days(15)));
    const closed = await cy.get(path);
    expect(wordsOf(closed)).toContain("Submit a follow-up");
    expect(closed.body).toContain("Half a</textarea>");
    const answer = await cy.upload(`${path}/follow-up`, { body: "Half a year later it is back.", once: "p1" }, [log()]);
    expect(answer.location).toBe("/requests/10002?submitted=1");
    const page = await cy.get(answer.location);
    expect(wordsOf(page)).toContain("Follows on #10001 The printer prints nothing");
    expect(wordsOf(await cy.get(path))).toContain("Follow-up #10002");
    expect((await cy.get(path)).body).not.toContain("Half a</textarea>");
    later();
  });

  it("is refused with the words kept while the request can still be answered", async () => {
    const { as, cast } = await startWithRequest();
    const answer = await (await as(cast.cy)).upload(`${path}/follow-up`, { body: "My words." });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain("My words.</textarea>");
  });
});

describe("a draft of an answer", () => {
  it("is saved for those who may read, of a request that exists", async () => {
    const { as, cast, context } = await startWithRequest();
    const save = async (person?: Parameters<typeof as>[0]) =>
      (await (await as(person)).post(`${path}/draft`, { body: "typing", once: "p" })).status;
    expect(await save(cast.cy)).toBe(204);
    expect(await save(cast.eve)).toBe(404);
    expect(await save(cast.ann)).toBe(403);
    expect(await save()).toBe(303);
    expect(await context.db.selectFrom("drafts").select("person_id").execute()).toEqual([
      { person_id: cast.cy.personId },
    ]);
  });
});
