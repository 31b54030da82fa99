import { expect, test } from "vitest";
import { startPortal } from "../../../test/support/portal.ts";
import { act } from "../../platform/act.ts";
import type { Agent, Customer } from "../../platform/actor.ts";
import { askedPictures } from "../../platform/http/pictures.ts";
import { addNote } from "./actions/add-note.ts";

const html = '<p>Look:</p><img alt="Plan" data-remote-src="https://a.example/plan.png" />';

const start = async () => {
  const portal = await startPortal();
  const { context, open, cast } = portal;
  const { messageId } = await open(cast.cy, { text: "Look:", html });
  /** The question as that reader's own page would ask it. */
  const keyOf = (reader: Customer | Agent, id: number): string =>
    askedPictures({ context, actor: reader, query: new URLSearchParams() }, "message").keyOf(id);
  return { ...portal, messageId, keyOf };
};

const page = "/requests/10001";

test("a reader who asks gets the pictures of that message, in a frame that loads nothing else", async () => {
  const { as, cast } = await start();
  const cy = await as(cast.cy);
  const before = (await cy.get(page)).body;
  expect(before).toContain("1 picture from elsewhere is not shown:");
  expect(before).not.toContain("<iframe");
  expect(before).not.toContain(' src="https://a.example');
  const asked = (await cy.get(/href="([^"]*\?pictures=[^"#]*)/.exec(before)?.[1] ?? "")).body;
  const frame = await cy.get(/<iframe[^>]* src="([^"]*)"/.exec(asked)?.[1] ?? "");
  expect(frame.status).toBe(200);
  expect(frame.body).toContain('src="https://a.example/plan.png"');
  expect(frame.headers["referrer-policy"]).toBe("no-referrer");
  expect(frame.headers["content-security-policy"]).toBe(
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  );
});

test("nobody gets them by an address that somebody else has made", async () => {
  const { as, cast, messageId, keyOf } = await start();
  const [cy, ann] = [await as(cast.cy), await as(cast.ann)];
  const own = `?pictures=${keyOf(cast.cy, messageId)}`;
  expect((await cy.get(`${page}/messages/${messageId}/pictures${own}`)).status).toBe(200);
  for (const made of ["", "?pictures=", `?pictures=${messageId}`, `?pictures=${messageId}-a`, `?pictures=-`])
    expect((await cy.get(`${page}/messages/${messageId}/pictures${made}`)).status).toBe(404);
  expect((await ann.get(`/desk/tickets/10001/messages/${messageId}/pictures${own}`)).status).toBe(404);
  expect((await ann.get(`/desk/tickets/10001${own}`)).body).not.toContain("<iframe");
});

test("what a reader may not read shows no pictures either", async () => {
  const { as, cast, messageId, keyOf, context, open } = await start();
  const { ticketId } = await open(cast.cy);
  const note = await act(context.db, cast.ann, addNote, { ticketId, text: "Look:", html });
  const noteFrame = (reader: Customer | Agent, base: string) =>
    `${base}/10002/messages/${note.messageId}/pictures?pictures=${keyOf(reader, note.messageId)}`;
  const [cy, ann] = [await as(cast.cy), await as(cast.ann)];
  expect((await ann.get(noteFrame(cast.ann, "/desk/tickets"))).status).toBe(200);
  expect((await cy.get(noteFrame(cast.cy, "/requests"))).status).toBe(404);
  // Of another ticket than the address says.
  const elsewhere = `/requests/10002/messages/${messageId}/pictures?pictures=${keyOf(cast.cy, messageId)}`;
  expect((await cy.get(elsewhere)).status).toBe(404);
  const nobody = await as();
  expect((await nobody.get(noteFrame(cast.cy, "/requests"))).location).toMatch(/^\/sign-in/);
});
