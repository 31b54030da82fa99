import { expect, test } from "vitest";
import { openScene, printer } from "../../../test/support/ticket-mails.ts";
import { askCustomer } from "./actions/ask-customer.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { reopenTicket } from "./actions/reopen-ticket.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { resolveTicket } from "./actions/resolve-ticket.ts";

/** A type that calls some statuses by names of its own, for customers other ones than for agents. */
const start = async () => {
  const scene = await openScene();
  const names = (given: object) => JSON.stringify(given);
  await scene.context.db
    .updateTable("ticket_types")
    .set({
      status_names: names({ resolved: { en: "Repaired", de: "Repariert" } }),
      customer_status_names: names({
        resolved: { en: "Done on site", de: "Vor Ort erledigt" },
        waiting: { en: "Waiting for you", de: "Wartet auf Sie" },
        open: { en: "In the workshop", de: "In der Werkstatt" },
      }),
    } as never)
    .execute();
  await scene.after(scene.cy, openTicket, { ...printer, cc: [{ name: "", email: scene.cora.email! }] });
  const textsOf = (mails: readonly { to: string; text: string }[]) =>
    [scene.cy, scene.cora].map(({ email }) => mails.find(({ to }) => to === email)?.text ?? "");
  return { ...scene, ticketId: 1, textsOf };
};

test("mails about a status call it what its type calls it for customers, in the reader's language", async () => {
  const { after: then, ann, ticketId, textsOf } = await start();
  const [english, german] = textsOf(await then(ann, resolveTicket, { ticketId }));
  expect(english).toContain("Request #10001: Done on site");
  expect(german).toContain("Anfrage #10001: Vor Ort erledigt");
  expect(`${english} ${german}`).not.toMatch(/Repaired|Repariert|#10001 is solved|#10001 ist gelöst/);
  const [again] = textsOf(await then(ann, reopenTicket, { ticketId }));
  expect(again).toContain("We are working on request #10001 again");
  expect(again).toMatch(/Status:\s+In the workshop/);
});

test("so does an answer that moves the ticket", async () => {
  const { after: then, ann, ticketId, textsOf } = await start();
  const [asked] = textsOf(await then(ann, askCustomer, { ticketId }));
  expect(asked).toContain("Request #10001: Waiting for you");
  const answer = { ticketId, text: "It is done.", thenStatus: "resolved", holdSeconds: 0 } as const;
  const [, german] = textsOf(await then(ann, replyToTicket, answer));
  expect(german).toMatch(/Status:\s+Vor Ort erledigt/);
});

test("where the type has no name of its own, the usual words stay", async () => {
  const { after: then, context, ann, ticketId, textsOf } = await start();
  await context.db
    .updateTable("ticket_types")
    .set({ customer_status_names: "{}" } as never)
    .execute();
  const [english] = textsOf(await then(ann, resolveTicket, { ticketId }));
  expect(english).toContain("Request #10001 is solved");
  expect(english).not.toContain("Status:");
});
