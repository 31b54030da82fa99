import { expect, it } from "vitest";
import { startPortal, wordsOf } from "../../../../test/support/portal.ts";
import { act } from "../../../platform/act.ts";
import { closeTicket } from "../actions/close-ticket.ts";

const asking = (subject: string) => `/requests/similar?${new URLSearchParams({ subject }).toString()}`;

const start = async () => {
  const portal = await startPortal();
  await portal.open(portal.cast.cy, { subject: "Printer in the warehouse prints nothing" });
  await portal.open(portal.cast.cy, { subject: "Invoice 4711 is missing" });
  await portal.open(portal.cast.cora, { subject: "Printer on the second floor" });
  const over = await portal.open(portal.cast.cy, { subject: "Printer out of paper" });
  await act(portal.context.db, portal.cast.ann, closeTicket, { ticketId: over.ticketId });
  const cy = await portal.as(portal.cast.cy);
  return { ...portal, cy, said: async (subject: string) => wordsOf(await cy.get(asking(subject))) };
};

it("offers one's own open requests about the same, and no others", async () => {
  const { said } = await start();
  const words = await said("the printers are broken");
  expect(words).toContain("Printer in the warehouse");
  for (const other of ["second floor", "out of paper", "Invoice"]) expect(words).not.toContain(other);
});

it("knows half a word and a mistyped one, and says nothing about words that mean nothing", async () => {
  const { said } = await start();
  expect(await said("wareho")).toContain("Printer in the warehouse");
  expect(await said("Printr")).toContain("Printer in the warehouse");
  expect(await said("Invioce 4711")).toContain("Invoice 4711");
  for (const nothing of ["", "  ", "is the in", "holiday", "%_\\'"]) expect(await said(nothing)).not.toContain("#");
});

it("is a part of the form's page, for customers only", async () => {
  const { cy, as, cast } = await start();
  const part = await cy.get(asking("printer"));
  expect(part.body).toMatch(/^<!doctype html><div id="similar"/);
  expect(part.body).toContain('role="status"');
  expect((await cy.get("/requests/new/service_request")).body).toContain('data-suggest="request-subject"');
  expect((await (await as(cast.ann)).get(asking("printer"))).status).toBe(403);
  expect((await (await as()).get(asking("printer"))).status).toBe(303);
});
