import { describe, expect, test } from "vitest";
import { mergeTicket } from "../../src/features/tickets/actions/merge-ticket.ts";
import { openTicket } from "../../src/features/tickets/actions/open-ticket.ts";
import { replyToTicket } from "../../src/features/tickets/actions/reply-to-ticket.ts";
import { unmergeTicket } from "../../src/features/tickets/actions/unmerge-ticket.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";
import { getTicket } from "../../src/features/tickets/store/tickets.ts";
import { act } from "../../src/platform/act.ts";
import { after, useClock } from "../../src/platform/time.ts";
import { us } from "../support/cast.ts";
import { arrive, startMailDesk } from "../support/incoming.ts";

/** Cy's printer goes on in Cora's (of the same organisation), or in Eve's (of another one). */
const startMerged = async (into: "cora" | "eve") => {
  const desk = await startMailDesk();
  const { context, cast } = desk;
  const { db } = context;
  const source = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  const target = await act(db, cast[into], openTicket, { subject: "Scanner", text: "It scans nothing." });
  await act(db, cast.ann, replyToTicket, { ticketId: source.ticketId, text: "Which one?", holdSeconds: 0 });
  await desk.drain();
  const [letter] = await db
    .selectFrom("outgoing_mails")
    .select("message_id")
    .where("to_address", "=", "cy@acme.example")
    .where("template", "=", "tickets.answered")
    .execute();
  const sight = into === "eve" ? "apart" : undefined;
  await act(db, cast.ann, mergeTicket, { ticketId: source.ticketId, number: target.number, sight });
  const said = async (id: number) => (await listMessages(db, id)).map(({ text }) => text);
  return { ...desk, db, source, target, letter: letter?.message_id ?? "", said };
};

describe("mail to a ticket that was merged", () => {
  test("reaches the one in which it goes on, by its address, by an old mail of ours, and by its number", async () => {
    const desk = await startMerged("cora");
    const { db, cast, source, target, letter, said } = desk;
    const from = "Cy <cy@acme.example>";
    await arrive(desk, { from, to: desk.replyTo(source.ticketId, cast.cy.personId), text: "By the address." });
    await arrive(desk, { from, text: "By the thread.", headers: { "In-Reply-To": letter } });
    await arrive(desk, { from, subject: `Re: [#${source.number}] Printer`, text: "By the number." });
    expect((await said(target.ticketId)).slice(1)).toEqual(["By the address.", "By the thread.", "By the number."]);
    expect(await said(source.ticketId)).toEqual(["It beeps.", "Which one?"]);
    // An agent who answers an old mail of the ticket answers there as well.
    await act(db, cast.ann, replyToTicket, {
      ticketId: source.ticketId,
      text: "By mail.",
      channel: "mail",
      holdSeconds: 0,
    });
    expect((await said(target.ticketId)).at(-1)).toBe("By mail.");
  });

  test("of somebody who may not see where it goes on opens a ticket of its own", async () => {
    const desk = await startMerged("eve");
    const { db, cast, source, target, said } = desk;
    const mail = await arrive(desk, {
      from: "Cy <cy@acme.example>",
      to: desk.replyTo(source.ticketId, cast.cy.personId),
      text: "Is there news?",
    });
    expect(mail.state).toBe("filed");
    expect(await said(target.ticketId)).toEqual(["It scans nothing."]);
    const fresh = await db
      .selectFrom("tickets")
      .select(["id", "follow_up_of", "requester_id"])
      .where("id", ">", target.ticketId)
      .executeTakeFirstOrThrow();
    expect(fresh).toMatchObject({ follow_up_of: source.ticketId, requester_id: cast.cy.personId });
    expect(await said(fresh.id)).toEqual(["Is there news?"]);
    // Nor does what an agent writes to him by mail reach the other.
    const answered = { ticketId: source.ticketId, text: "Dear Cy", channel: "mail", holdSeconds: 0 };
    await expect(act(db, cast.ann, replyToTicket, answered)).rejects.toThrow("tickets.isMerged");
  });
});

describe("the mails about a merge", () => {
  const told = async ({ db }: Awaited<ReturnType<typeof startMerged>>) =>
    db
      .selectFrom("outgoing_mails")
      .select(["to_address", "text", "state"])
      .where("template", "=", "tickets.merged")
      .orderBy("id")
      .execute();

  test("say where it goes on, or only that it is closed to whoever may not see that", async () => {
    const together = await startMerged("cora");
    await together.drain();
    const [mail] = await told(together);
    expect(mail).toMatchObject({ to_address: "cy@acme.example" });
    expect(mail?.text).toContain("goes on in #10002");
    expect(mail?.text).toContain("/requests/10002");
    const apart = await startMerged("eve");
    await apart.drain();
    const [other] = await told(apart);
    expect(other?.text).toContain("Request #10001 is closed");
    expect(other?.text).not.toMatch(/10002|Eve|Scanner/);
  });

  test("wait for ten seconds, so that a merge that is undone at once was told to nobody", async () => {
    const desk = await startMerged("cora");
    await desk.drain();
    expect((await told(desk)).map(({ state }) => state)).toEqual(["queued"]);
    const { mailed } = await act(desk.db, desk.cast.ann, unmergeTicket, { ticketId: desk.source.ticketId });
    expect(mailed).toEqual([]);
    await desk.drain();
    expect((await told(desk)).map(({ state }) => state)).toEqual(["cancelled"]);
  });

  test("that have left are named when the merge is undone", async () => {
    const desk = await startMerged("cora");
    await desk.drain();
    const at = new Date();
    const restore = useClock(() => after(at, 60_000));
    try {
      await desk.db
        .updateTable("outgoing_mails")
        .set({ state: "sent" })
        .where("template", "=", "tickets.merged")
        .execute();
      const { mailed } = await act(desk.db, desk.cast.ann, unmergeTicket, { ticketId: desk.source.ticketId });
      expect(mailed).toEqual(["Cy"]);
      expect((await getTicket(desk.db, us, desk.source.ticketId)).mergedInto).toBeNull();
    } finally {
      restore();
    }
  });
});
