import { afterEach, describe, expect, test } from "vitest";
import { castIn, castOf, perform, somebody, us, type Cast } from "../../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../../test/support/db.ts";
import { act } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { after, days, now, useClock } from "../../../platform/time.ts";
import { changeRequester } from "../actions/change-requester.ts";
import { assignTicket } from "../actions/assign-ticket.ts";
import { deleteView } from "../actions/delete-view.ts";
import { discardDraft } from "../actions/discard-draft.ts";
import { openTicket } from "../actions/open-ticket.ts";
import { replyToTicket } from "../actions/reply-to-ticket.ts";
import { saveDraft } from "../actions/save-draft.ts";
import { saveView } from "../actions/save-view.ts";
import { tidyUp } from "../actions/tidy-up.ts";
import { touchPresence } from "../actions/touch-presence.ts";
import { fillPlaceholders, listCannedAnswers } from "../../canned-answers/index.ts";
import { findDraft, listDrafts, listEndedDrafts } from "./drafts.ts";
import { listKeptWords } from "./kept-words.ts";
import { listPresences } from "./presence.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { listViews } from "./views.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());
const letPass = (milliseconds: number) => {
  const at = after(now(), milliseconds);
  restore?.();
  restore = useClock(() => at);
};

const onTicket = (run: (tx: Tx, cast: Cast, ticketId: number) => Promise<void>) => () =>
  inRollback(async (tx) => {
    const cast = await castIn(tx);
    const { ticketId } = await perform(tx, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
    await run(tx, cast, ticketId);
  });

describe("drafts", () => {
  test(
    "are kept as typed, per person, ticket and kind",
    onTicket(async (tx, { ann, mo, cy }, ticketId) => {
      const typing = { ticketId, kind: "public", text: " Hello,\r\n" } as const;
      expect(await perform(tx, ann, saveDraft, typing)).toMatchObject({ version: 1 });
      const more = { ...typing, text: " Hello, you", version: 1 };
      expect(await perform(tx, ann, saveDraft, more)).toMatchObject({ version: 2 });
      await perform(tx, ann, saveDraft, { ticketId, kind: "note", text: "Hm." });
      await perform(tx, mo, saveDraft, { ...typing, text: "Mo's" });
      await perform(tx, cy, saveDraft, { kind: "new", fields: { subject: "Another" } });
      expect((await listDrafts(tx, ann.personId, ticketId)).map(({ text }) => text)).toEqual(["Hm.", " Hello, you"]);
      expect((await findDraft(tx, mo.personId, { ticketId, kind: "public" }))?.text).toBe("Mo's");
      const fresh = await findDraft(tx, cy.personId, { ticketId: null, kind: "new" });
      expect(fresh?.fields).toEqual({ subject: "Another" });
    }),
  );

  test(
    "survive another owner, another assignee, and go when their words are sent",
    onTicket(async (tx, { ann, tom, eve }, ticketId) => {
      const place = { ticketId, kind: "public" } as const;
      await perform(tx, ann, saveDraft, { ...place, text: "Half a sen" });
      await perform(tx, ann, assignTicket, { ticketId, assigneeIds: [tom.personId] });
      await perform(tx, ann, changeRequester, { ticketId, requesterId: eve.personId });
      expect((await findDraft(tx, ann.personId, place))?.text).toBe("Half a sen");
      await perform(tx, ann, replyToTicket, { ticketId, text: "Another window's words." });
      expect((await findDraft(tx, ann.personId, place))?.text).toBe("Half a sen");
      await perform(tx, ann, replyToTicket, { ticketId, text: "Half a sentence.", typedIn: { version: 1 } });
      expect(await findDraft(tx, ann.personId, place)).toBeUndefined();
      expect((await listEndedDrafts(tx, ann.personId, place)).map(({ text }) => text)).toEqual(["Half a sen"]);
    }),
  );

  test(
    "do not come back by a save that arrives after they were sent, also if it is the first",
    onTicket(async (tx, { ann }, ticketId) => {
      const place = { ticketId, kind: "public" } as const;
      for (const formKey of ["saved before", "never saved"]) {
        if (formKey === "saved before") await perform(tx, ann, saveDraft, { ...place, text: "Half", formKey });
        await perform(tx, ann, replyToTicket, { ticketId, text: `Sent ${formKey}`, typedIn: { formKey } });
        await perform(tx, ann, saveDraft, { ...place, text: "Half a", formKey });
        expect(await findDraft(tx, ann.personId, place)).toBeUndefined();
      }
      expect(
        (await listKeptWords(tx, ann.personId, { which: "sent", from: 0, size: 9 })).map(({ text }) => text),
      ).toEqual(["Half"]);
      await perform(tx, ann, saveDraft, { ...place, text: "Something else", formKey: "the next page" });
      expect((await findDraft(tx, ann.personId, place))?.text).toBe("Something else");
    }),
  );

  test(
    "of two windows are both kept: the one that saved first is set aside",
    onTicket(async (tx, { ann }, ticketId) => {
      const place = { ticketId, kind: "public" } as const;
      const { version } = await perform(tx, ann, saveDraft, { ...place, text: "Window one" });
      expect((await perform(tx, ann, saveDraft, { ...place, text: "Window two" })).version).toBeGreaterThan(version);
      expect((await findDraft(tx, ann.personId, place))?.text).toBe("Window two");
      expect((await listEndedDrafts(tx, ann.personId, place)).map(({ text }) => text)).toEqual(["Window one"]);
    }),
  );

  test("of two new requests stand side by side, and sending one ends only that", () =>
    inRollback(async (tx) => {
      const { cy } = await castIn(tx);
      const place = { ticketId: null, kind: "new" } as const;
      const texts = async () =>
        (await listKeptWords(tx, cy.personId, { which: "unsent", from: 0, size: 9 }))
          .map(({ text }) => text)
          .toSorted();
      const one = await perform(tx, cy, saveDraft, { kind: "new", text: "One", formKey: "window 1" });
      await perform(tx, cy, saveDraft, { kind: "new", text: "Two", formKey: "window 2" });
      await perform(tx, cy, saveDraft, { kind: "new", text: "One and a half", formKey: "window 1" });
      expect(await texts()).toEqual(["One and a half", "Two"]);
      // A third window was filled from the first draft when that said "One"; it began "One and a half" anew.
      const third = {
        kind: "new",
        text: "One, too",
        formKey: "window 3",
        draftId: one.id,
        version: one.version,
      } as const;
      await perform(tx, cy, saveDraft, third);
      expect(await texts()).toEqual(["One and a half", "One, too", "Two"]);
      await perform(tx, cy, openTicket, { subject: "Two", text: "Two", typedIn: { formKey: "window 2" } });
      await perform(tx, cy, openTicket, { subject: "By mail", text: "Three", channel: "mail" });
      expect(await texts()).toEqual(["One and a half", "One, too"]);
      expect(await listEndedDrafts(tx, cy.personId, place)).toMatchObject([{ text: "Two", endedAs: "sent" }]);
    }));

  test("are gone on with by a window that was filled from them, and sent from there even if it saved nothing", () =>
    inRollback(async (tx) => {
      const { ann } = await castIn(tx);
      const place = { ticketId: null, kind: "new" } as const;
      const begun = await perform(tx, ann, saveDraft, { kind: "new", text: "One", formKey: "yesterday" });
      const page = { formKey: "today", draftId: begun.id, version: begun.version };
      expect(await perform(tx, ann, saveDraft, { kind: "new", text: "One, two", ...page })).toMatchObject({
        id: begun.id,
      });
      const now = await findDraft(tx, ann.personId, place);
      expect(now?.text).toBe("One, two");
      const noScript = { formKey: "later", draftId: begun.id, version: now?.version ?? 0 };
      await perform(tx, ann, openTicket, { subject: "x", text: "x", typedIn: noScript });
      expect(await findDraft(tx, ann.personId, place)).toBeUndefined();
    }));

  test("begun by two windows of one ticket at the same moment are both kept", async () => {
    const { db } = await freshDb();
    const { ann, cy } = await castOf(db);
    const { ticketId } = await act(db, cy, openTicket, { subject: "Printer", text: "It beeps." });
    const place = { ticketId, kind: "note" } as const;
    await Promise.all(["one", "two"].map((text) => act(db, ann, saveDraft, { ...place, text, formKey: text })));
    const current = await findDraft(db, ann.personId, place);
    const [aside] = await listEndedDrafts(db, ann.personId, place);
    expect([current?.text, aside?.text].toSorted()).toEqual(["one", "two"]);
  });

  test(
    "are dropped when emptied or discarded, can be got back for 30 days, and are nobody else's business",
    onTicket(async (tx, { ann, eve }, ticketId) => {
      const place = { ticketId, kind: "public" } as const;
      await perform(tx, ann, saveDraft, { ...place, text: "Never mind" });
      await perform(tx, ann, saveDraft, { ...place, text: "  ", version: 1 });
      expect(await findDraft(tx, ann.personId, place)).toBeUndefined();
      await perform(tx, ann, saveDraft, { ...place, text: "Nor this" });
      const { id = 0 } = (await findDraft(tx, ann.personId, place)) ?? {};
      await perform(tx, eve, discardDraft, { draftId: id });
      expect((await findDraft(tx, ann.personId, place))?.text).toBe("Nor this");
      await perform(tx, ann, discardDraft, { draftId: id });
      expect(await listEndedDrafts(tx, ann.personId, place)).toHaveLength(2);
      await expect(perform(tx, eve, saveDraft, { ...place, text: "x" })).rejects.toThrow(NotFound);
      await expect(perform(tx, somebody, saveDraft, { kind: "new", text: "x" })).rejects.toThrow(Forbidden);
      letPass(days(31));
      await perform(tx, us, tidyUp, {});
      expect(await listEndedDrafts(tx, ann.personId, place)).toEqual([]);
    }),
  );
});

describe("presence", () => {
  test(
    "is known for 30 seconds, to the desk only",
    onTicket(async (tx, { ann, mo, cy }, ticketId) => {
      await perform(tx, ann, touchPresence, { ticketId, isWriting: "on" });
      await perform(tx, mo, touchPresence, { ticketId });
      await expect(perform(tx, cy, touchPresence, { ticketId })).rejects.toThrow(Forbidden);
      expect(await listPresences(tx, ticketId)).toEqual([
        { personId: ann.personId, isWriting: true },
        { personId: mo.personId, isWriting: false },
      ]);
      letPass(29_000);
      await perform(tx, mo, touchPresence, { ticketId });
      letPass(2_000);
      expect(await listPresences(tx, ticketId)).toEqual([{ personId: mo.personId, isWriting: false }]);
      await perform(tx, mo, touchPresence, { ticketId, isLeaving: "on" });
      expect(await listPresences(tx, ticketId)).toEqual([]);
    }),
  );

  test("wakes the others when somebody comes, writes or goes, not each time he is still there", async () => {
    const connection = await freshDb();
    const { ann, cy } = await castOf(connection.db);
    const { ticketId } = await act(connection.db, cy, openTicket, { subject: "Printer", text: "It beeps." });
    const listener = await connection.pool.connect();
    const heard: string[] = [];
    listener.on("notification", ({ payload }) => heard.push(payload ?? ""));
    await listener.query("listen live");
    const touch = (input: object) => act(connection.db, ann, touchPresence, { ticketId, ...input });
    await touch({});
    await touch({});
    await touch({ isWriting: true });
    await touch({ isWriting: true });
    await touch({ isLeaving: true });
    await touch({ isLeaving: true });
    await listener.query("select 1");
    listener.release();
    expect(heard).toEqual(Array(3).fill(`presence:${ticketId}`));
  });
});

describe("views", () => {
  test(
    "are shared or one's own, keep their filter as an address, and shared ones are the moderators'",
    onTicket(async (tx, { ann, mo }) => {
      const shipped = (await listViews(tx, ann.personId)).map(({ names }) => names.de);
      expect(shipped).toEqual([
        "Nicht zugewiesen",
        "Meine",
        "Alle offenen",
        "Wartet auf Kunden",
        "Kürzlich geschlossen",
      ]);
      const open = (await listViews(tx, ann.personId)).find(({ names }) => names.en === "All open");
      expect(open?.query).toBe("status=open,assigned,in_progress,waiting,on_hold");
      const query = "sort=-opened&priority=high&nonsense=1&status=open";
      const { id } = await perform(tx, ann, saveView, { name: "Urgent", query });
      expect((await listViews(tx, ann.personId)).at(-1)).toMatchObject({
        id,
        ownerId: ann.personId,
        query: "status=open&priority=high&sort=-opened",
      });
      expect(await listViews(tx, mo.personId)).toHaveLength(5);
      await expect(perform(tx, mo, deleteView, { viewId: id })).rejects.toThrow(NotFound);
      await expect(perform(tx, ann, saveView, { name: "All", isShared: "on" })).rejects.toThrow(Forbidden);
      const [first] = await listViews(tx, ann.personId);
      await expect(perform(tx, ann, deleteView, { viewId: first!.id })).rejects.toThrow(Forbidden);
      await perform(tx, mo, saveView, { viewId: first!.id, name: "New", nameDe: "Neu", isShared: "on", query });
      expect((await listViews(tx, ann.personId))[0]).toMatchObject({ id: first!.id, names: { en: "New", de: "Neu" } });
      await perform(tx, ann, deleteView, { viewId: id });
      expect(await listViews(tx, ann.personId)).toHaveLength(5);
    }),
  );
});

test("a new desk has the types that the product names, and answers in both languages", () =>
  inRollback(async (tx) => {
    expect((await listTicketTypes(tx)).map(({ names }) => names.de)).toEqual([
      "Serviceanfrage",
      "Fehlverhalten",
      "Servicecall",
      "Serviceeinsatz",
      "2nd-Level-Anfrage",
      "Technisches Ticket",
    ]);
    const [welcome] = await listCannedAnswers(tx);
    const values = {
      "requester.name": "Klaus Feldmann",
      "ticket.number": "10482",
      "ticket.subject": "Drucker",
      "agent.name": "Ann Becker",
      "desk.name": "Muster",
    };
    expect(fillPlaceholders(welcome!.texts.de, values)).toBe(
      "Guten Tag Klaus Feldmann,\n\nvielen Dank für Ihre Anfrage #10482. Ich sehe mir das an und melde mich bei Ihnen.\n\nFreundliche Grüße\nAnn Becker",
    );
  }));
