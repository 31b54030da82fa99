import { expect, test } from "vitest";
import { startPortal, valuesIn, wordsOf } from "../../../../test/support/portal.ts";
import type { Answered } from "../../../../test/support/web.ts";
import { act } from "../../../platform/act.ts";
import { closeTicket } from "../actions/close-ticket.ts";
import { resolveTicket } from "../actions/resolve-ticket.ts";

const path = "/desk/tickets/10001";

/** Ann writes an answer on a page that she opened before Mo acted. */
const start = async () => {
  const portal = await startPortal();
  const { ticketId } = await portal.open(portal.cast.cy);
  const ann = await portal.as(portal.cast.ann);
  const { db } = portal.context;
  const hidden = (page: Answered) => ({
    seen: valuesIn(page, "seen")[0] ?? "",
    version: composerVersion(page),
    resultBefore: valuesIn(page, "resultBefore")[0] ?? "",
  });
  const ticket = () => db.selectFrom("tickets").select(["status", "result"]).executeTakeFirstOrThrow();
  const send = (page: Answered, fields: Record<string, string>) =>
    ann.upload(`${path}/reply`, { ...hidden(page), ...fields });
  return { ...portal, ticketId, ann, db, ticket, send, mo: portal.cast.mo };
};

/** Of the form that answers; the page's other forms carry one as well. */
const composerVersion = ({ body }: Answered): string =>
  /<form[^>]*id="composer-reply"[^]*?name="version" value="(\d+)"/.exec(body)?.[1] ?? "";

const textIn = ({ body }: Answered): string =>
  /<textarea[^>]*id="composer-reply-text"[^>]*>([^<]*)</.exec(body)?.[1] ?? "none";

test("an answer that chooses a status is compared with the status that was seen: a colleague's close is not undone", async () => {
  const { ann, db, mo, ticketId, ticket, send } = await start();
  const page = await ann.get(path);
  await act(db, mo, closeTicket, { ticketId });
  const late = await send(page, { text: "Is it gone?", thenStatus: "waiting" });
  expect(late.status).toBe(409);
  expect(wordsOf(late)).toContain("Mo has changed Status meanwhile to “Closed”.");
  expect(textIn(late)).toBe("Is it gone?");
  expect((await ticket()).status).toBe("closed");
  // Knowing it, she may do it all the same, where it is possible.
  expect((await send(late, { text: "Is it gone?", thenStatus: "waiting" })).status).not.toBe(409);
});

test("a result typed while a colleague resolved is neither dropped nor put over his unseen", async () => {
  const { ann, db, mo, ticketId, ticket, send } = await start();
  const page = await ann.get(path);
  await act(db, mo, resolveTicket, { ticketId, result: "Restarted" });
  const solved = { text: "All good again.", thenStatus: "resolved", result: "New fuse" };
  const late = await send(page, solved);
  expect(late.status).toBe(409);
  expect(late.body).toContain('value="New fuse"');
  expect(await ticket()).toEqual({ status: "resolved", result: "Restarted" });
  expect((await send(late, solved)).status).toBe(303);
  expect(await ticket()).toEqual({ status: "resolved", result: "New fuse" });
});

test("a result that was only shown is no result that was typed: the colleague's stays", async () => {
  const { ann, db, mo, ticketId, ticket, send } = await start();
  await db.updateTable("tickets").set({ result: "First try" }).where("id", "=", ticketId).execute();
  const page = await ann.get(path);
  await act(db, mo, resolveTicket, { ticketId, result: "Restarted" });
  expect((await send(page, { text: "Good to hear.", result: "First try" })).status).toBe(303);
  expect(await ticket()).toEqual({ status: "resolved", result: "Restarted" });
});

test("a result typed beside a plain answer is kept, and goes back with the answer", async () => {
  const { ann, db, ticket, send } = await start();
  expect((await send(await ann.get(path), { text: "Done so far.", result: "Half of it" })).status).toBe(303);
  expect(await ticket()).toEqual({ status: "open", result: "Half of it" });
  const { id } = await db.selectFrom("messages").select("id").where("side", "=", "agent").executeTakeFirstOrThrow();
  expect((await ann.post(`${path}/messages/${id}/take-back`, {})).status).toBe(303);
  expect(await ticket()).toEqual({ status: "open", result: null });
});

test("one's own changes stand in nobody's way", async () => {
  const { ann, ticket, send } = await start();
  const page = await ann.get(path);
  await send(page, { text: "One moment.", thenStatus: "waiting" });
  expect((await send(page, { text: "Here it is.", thenStatus: "resolved", result: "Fixed" })).status).toBe(303);
  expect(await ticket()).toEqual({ status: "resolved", result: "Fixed" });
});
