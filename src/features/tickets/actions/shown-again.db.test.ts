import { expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { scene } from "../../../../test/support/scene.ts";
import { Conflict } from "../../../platform/errors.ts";
import { changeFields } from "./change-fields.ts";
import { closeTicket } from "./close-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";

const demands = { needs_approval: true, needs_confirmation: true, needs_solution: false, has_rating: true };

test(
  "hiding a ticket from its customers and showing it again is no way past what its type demands of them",
  scene(async ({ tx, cast: { ann }, ticketId, ticket }) => {
    await tx.updateTable("ticket_types").set(demands).execute();
    const show = () => perform(tx, ann, changeFields, { ticketId, visibility: "public" });
    await perform(tx, ann, changeFields, { ticketId, visibility: "internal" });
    await perform(tx, ann, resolveTicket, { ticketId });
    await expect(show()).rejects.toThrow(Conflict);
    if ((await ticket()).status === "resolved") await perform(tx, ann, closeTicket, { ticketId });
    await expect(show()).rejects.toMatchObject({ phrase: { key: "tickets.wouldBeOver" } });
    await perform(tx, ann, reopenTicket, { ticketId });
    await show();
    expect(await ticket()).toMatchObject({ status: "open", visibility: "public" });
    await expect(perform(tx, ann, resolveTicket, { ticketId })).rejects.toThrow(Conflict);
  }),
);

test(
  "a type without demands is shown as before",
  scene(async ({ tx, cast: { ann }, ticketId, ticket }) => {
    await perform(tx, ann, changeFields, { ticketId, visibility: "internal" });
    await perform(tx, ann, closeTicket, { ticketId });
    await perform(tx, ann, changeFields, { ticketId, visibility: "public" });
    expect(await ticket()).toMatchObject({ status: "closed", visibility: "public" });
  }),
);
