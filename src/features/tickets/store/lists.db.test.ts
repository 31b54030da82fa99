import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { productsIn } from "../../../../test/support/products.ts";
import { usualAnswers } from "../../../../test/support/malfunction.ts";
import { castIn, perform, type Cast } from "../../../../test/support/cast.ts";
import { inRollback } from "../../../../test/support/db.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { after, hours, useClock } from "../../../platform/time.ts";
import { addNote } from "../actions/add-note.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { replyToTicket } from "../actions/reply-to-ticket.ts";
import { takeTicket } from "../actions/take-ticket.ts";
import { undoReply } from "../actions/undo-reply.ts";
import { parseFilter } from "../filter.ts";
import { countedAtMost } from "../rules/counting.ts";
import { countTickets, listTickets } from "./lists.ts";
import { getTicket } from "./tickets.ts";

const onDesk = (run: (tx: Tx, cast: Cast) => Promise<void>) => () =>
  inRollback(async (tx) => run(tx, await castIn(tx)));

const subjects = async (tx: Tx, actor: Actor, query: string) =>
  (await listTickets(tx, actor, { filter: parseFilter(new URLSearchParams(query)) })).tickets.map(
    ({ subject }) => subject,
  );

/** Three tickets an hour apart: Cy's printer (taken by Tom), Cora's VPN (in CC: Mia), Eve's invoice (by telephone). */
const threeTickets = async (tx: Tx, { ann, ada, tom, cy, cora, mia, eve, secondLevel }: Cast) => {
  const { fakt } = await productsIn(tx, ada);
  const morning = new Date("2026-03-02T08:00:00Z");
  let restore = useClock(() => morning);
  const at = (count: number) => {
    restore();
    restore = useClock(() => after(morning, hours(count)));
  };
  try {
    const printer = await perform(tx, cy, openTicket, {
      subject: "Printer",
      text: "Die Drucker an Tor 3 drucken nicht.",
      priority: "high",
      productId: fakt,
    });
    await perform(tx, tom, takeTicket, { ticketId: printer.ticketId });
    at(1);
    const vpn = await perform(tx, cora, openTicket, {
      subject: "VPN",
      text: "The connections are dropped.",
      typeKey: "malfunction",
      customFields: usualAnswers,
      cc: [{ name: "", email: mia.email! }],
    });
    at(2);
    const invoice = await perform(tx, ann, openTicket, {
      subject: "Invoice",
      text: "Where is it?",
      channel: "telephone",
      requesterId: eve.personId,
      teamId: secondLevel,
      tags: ["billing", "vip"],
    });
    return { printer, vpn, invoice, fakt };
  } finally {
    restore();
  }
};

describe("filters", () => {
  test(
    "narrow by what they name, and together narrow more",
    onDesk(async (tx, cast) => {
      const { fakt } = await threeTickets(tx, cast);
      const { ann, tom, eve, acme, secondLevel } = cast;
      const found = (query: string) => subjects(tx, ann, query);
      expect(await found("")).toEqual(["Invoice", "VPN", "Printer"]);
      expect(await found("status=assigned")).toEqual(["Printer"]);
      expect(await found("status=open,assigned&sort=number")).toEqual(["Printer", "VPN", "Invoice"]);
      expect(await found("status=closed")).toEqual([]);
      expect(await found("type=malfunction")).toEqual(["VPN"]);
      expect(await found("assignee=none")).toEqual(["Invoice", "VPN"]);
      expect(await found("assignee=me")).toEqual([]);
      expect(await subjects(tx, tom, "assignee=me")).toEqual(["Printer"]);
      expect(await found(`assignee=${tom.personId}&assignee=none`)).toHaveLength(3);
      expect(await found(`team=${secondLevel}`)).toEqual(["Invoice"]);
      expect(await found(`requester=${eve.personId}`)).toEqual(["Invoice"]);
      expect(await found(`organisation=${acme}`)).toEqual(["VPN", "Printer"]);
      expect(await found("priority=high")).toEqual(["Printer"]);
      expect(await found("tag=vip&tag=billing")).toEqual(["Invoice"]);
      expect(await found("tag=vip&tag=other")).toEqual([]);
      expect(await found("channel=telephone")).toEqual(["Invoice"]);
      expect(await found(`product=${fakt}`)).toEqual(["Printer"]);
      expect(await found("q=fakt")).toEqual(["Printer"]);
      expect(await found("q=konto")).toEqual([]);
      expect(await found(`organisation=${acme}&assignee=none`)).toEqual(["VPN"]);
    }),
  );

  test(
    "take days in the reader's time zone",
    onDesk(async (tx, cast) => {
      await threeTickets(tx, cast);
      const inAuckland = { ...cast.ann, timeZone: "Pacific/Auckland" };
      // 08:00 to 10:00 UTC are 09:00 to 11:00 in Berlin, and 21:00 to 23:00 of the same day in Auckland.
      expect(await subjects(tx, cast.ann, "from=2026-03-02&until=2026-03-02")).toHaveLength(3);
      expect(await subjects(tx, inAuckland, "from=2026-03-02&until=2026-03-02")).toHaveLength(3);
      expect(await subjects(tx, { ...inAuckland, timeZone: "Pacific/Kiritimati" }, "until=2026-03-02")).toEqual([
        "VPN",
        "Printer",
      ]);
      expect(await subjects(tx, cast.ann, "from=2026-03-03")).toEqual([]);
    }),
  );

  test(
    "show customers their own, those in CC and their organisation's",
    onDesk(async (tx, cast) => {
      await threeTickets(tx, cast);
      expect(await subjects(tx, cast.cy, "relation=own")).toEqual(["Printer"]);
      expect(await subjects(tx, cast.mia, "relation=cc")).toEqual(["VPN"]);
      expect(await subjects(tx, cast.mia, "relation=organisation")).toEqual(["VPN", "Printer"]);
      expect(await subjects(tx, cast.eve, "")).toEqual(["Invoice"]);
    }),
  );
});

test(
  "customers get nothing of what only the desk knows, in lists as little as on the page",
  onDesk(async (tx, cast) => {
    const { printer } = await threeTickets(tx, cast);
    await perform(tx, cast.ann, addNote, { ticketId: printer.ticketId, text: "He always forgets the paper." });
    const [seen] = (await listTickets(tx, cast.cy, { filter: parseFilter(new URLSearchParams("relation=own")) }))
      .tickets;
    expect(seen).toMatchObject({ statusName: { status: "open" }, assigneeIds: [], teamId: null, tags: [] });
    expect(seen!.lastActivityAt).toEqual(new Date("2026-03-02T08:00:00Z"));
    expect((await getTicket(tx, cast.ann, printer.ticketId)).lastActivityAt > seen!.lastActivityAt).toBe(true);
  }),
);

describe("search", () => {
  test(
    "finds words by their stem in both languages, by their beginning, in any order, and numbers",
    onDesk(async (tx, cast) => {
      const { vpn } = await threeTickets(tx, cast);
      const found = (text: string) => subjects(tx, cast.ann, `q=${encodeURIComponent(text)}`);
      expect(await found("drucker")).toEqual(["Printer"]);
      expect(await found("Druck")).toEqual(["Printer"]);
      expect(await found("connection")).toEqual(["VPN"]);
      expect(await found("connec dropp")).toEqual(["VPN"]);
      // One word in the subject, the other in a message.
      expect(await found("tor printer")).toEqual(["Printer"]);
      expect(await found("tor vpn")).toEqual([]);
      expect(await found(String(vpn.number))).toEqual(["VPN"]);
      expect(await found(`#${vpn.number}`)).toEqual(["VPN"]);
      expect(await found("was")).toHaveLength(3);
      for (const odd of ["'", "a & b", ":*", "\\", "(", "!!", "100%", "C++"]) await found(odd);
    }),
  );

  test(
    "tells customers nothing about internal notes and answers that were taken back",
    onDesk(async (tx, cast) => {
      const { printer } = await threeTickets(tx, cast);
      const { ann, cy } = cast;
      await perform(tx, ann, addNote, { ticketId: printer.ticketId, text: "Chargeback" });
      const { messageId } = await perform(tx, ann, replyToTicket, { ticketId: printer.ticketId, text: "Slapdash" });
      expect(await subjects(tx, ann, "q=chargeback")).toEqual(["Printer"]);
      expect(await subjects(tx, cy, "q=chargeback")).toEqual([]);
      expect(await subjects(tx, ann, "q=slapdash")).toEqual(["Printer"]);
      expect(await subjects(tx, cy, "q=slapdash")).toEqual([]);
      await perform(tx, ann, undoReply, { messageId });
      expect(await subjects(tx, cy, "q=slapdash")).toEqual([]);
    }),
  );
});

describe("pages", () => {
  const open = async (tx: Tx, { cy }: Cast, count: number) => {
    for (let index = 0; index < count; index++)
      await perform(tx, cy, openTicket, {
        subject: `Ticket ${index}`,
        text: "x",
        priority: index % 2 ? "high" : "low",
      });
  };

  test.each(["number", "-number", "-last_activity", "opened", "priority", "-priority", "status", "-closed"])(
    "sorted by %s show everything once, forwards and back",
    (sort) =>
      inRollback(async (tx) => {
        const cast = await castIn(tx);
        await open(tx, cast, 11);
        const filter = parseFilter(new URLSearchParams({ sort }));
        const whole = (await listTickets(tx, cast.ann, { filter })).tickets.map(({ number }) => number);
        expect(new Set(whole).size).toBe(11);
        const page = (cursor?: string) => listTickets(tx, cast.ann, { filter, cursor, size: 4 });
        const first = await page();
        const second = await page(first.next);
        const third = await page(second.next);
        const numbers = [first, second, third].map(({ tickets }) => tickets.map(({ number }) => number));
        expect(numbers.flat()).toEqual(whole);
        expect([first.previous, third.next]).toEqual([undefined, undefined]);
        const back = await page(third.previous);
        expect(back.tickets.map(({ number }) => number)).toEqual(numbers[1]);
        expect((await page(back.previous)).tickets.map(({ number }) => number)).toEqual(numbers[0]);
        expect((await page(back.previous)).previous).toBeUndefined();
      }),
  );

  test(
    "a cursor that somebody made up begins at the beginning",
    onDesk(async (tx, cast) => {
      await open(tx, cast, 2);
      const filter = parseFilter(new URLSearchParams());
      for (const cursor of ["x", "after-1", "after-999999999999999-1", "before-abc-1", "after-1-1; drop table tickets"])
        expect((await listTickets(tx, cast.ann, { filter, cursor })).tickets.length).toBeLessThanOrEqual(2);
    }),
  );
});

test(
  "counts many filters at once, and stops counting where nobody looks any more",
  onDesk(async (tx, cast) => {
    const { printer } = await threeTickets(tx, cast);
    const counts = (actor: Actor, ...queries: string[]) =>
      countTickets(
        tx,
        actor,
        queries.map((query) => parseFilter(new URLSearchParams(query))),
      );
    expect(await counts(cast.ann, "", "assignee=none", "status=closed", "q=drucker")).toEqual([3, 2, 0, 1]);
    expect(await counts(cast.cy, "", "relation=own")).toEqual([2, 1]);
    expect(await counts(cast.ann)).toEqual([]);
    await sql`insert into tickets
      (number, type_id, subject, status, channel, requester_id, opened_at, submitted_at, last_activity_at,
       last_public_at, status_since)
      select 20000 + n, type_id, subject, status, channel, requester_id, opened_at, submitted_at, last_activity_at,
        last_public_at, status_since
      from tickets, generate_series(1, ${countedAtMost + 100}) as n where tickets.id = ${printer.ticketId}`.execute(tx);
    expect(await counts(cast.ann, "")).toEqual([countedAtMost + 1]);
  }),
);
