import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import { listTimeline } from "../store/timeline.ts";
import { getTicket } from "../store/tickets.ts";
import { addParticipant } from "./add-participant.ts";
import { changeRequester } from "./change-requester.ts";
import { closeTicket } from "./close-ticket.ts";
import { followUpTicket } from "./follow-up-ticket.ts";
import { linkTickets } from "./link-tickets.ts";
import { openTicket } from "./open-ticket.ts";
import { removeParticipant } from "./remove-participant.ts";
import { unlinkTickets } from "./unlink-tickets.ts";
import { scene } from "../../../../test/support/scene.ts";

describe("who takes part", () => {
  test(
    "the requester puts people into CC and takes them out, and everybody may leave",
    scene(async ({ tx, cast: { cy, cora, eve }, ticketId, ticket }) => {
      await perform(tx, cy, addParticipant, { ticketId, name: "", email: "eve@globex.example" });
      await perform(tx, cy, addParticipant, { ticketId, name: "", email: "eve@globex.example" });
      expect((await ticket()).participantIds).toEqual([eve.personId]);
      const invite = { ticketId, name: "", email: "x@x.example" };
      await expect(perform(tx, cora, addParticipant, invite)).rejects.toThrow(Forbidden);
      await perform(tx, eve, removeParticipant, { ticketId, personId: eve.personId });
      await expect(getTicket(tx, eve, ticketId)).rejects.toThrow(NotFound);
    }),
  );

  test(
    "another contact brings his organisation, and the one before stays in CC",
    scene(async ({ tx, cast: { ann, cy, eve, globex }, ticketId, ticket }) => {
      await perform(tx, ann, changeRequester, { ticketId, requesterId: eve.personId });
      expect(await ticket()).toMatchObject({
        requesterId: eve.personId,
        organisationId: globex,
        participantIds: [cy.personId],
      });
    }),
  );
});

describe("links", () => {
  test(
    "stand in both histories, once, and can be taken away from either side",
    scene(async ({ tx, cast: { ann, cy }, ticketId, ticket }) => {
      const other = await perform(tx, cy, openTicket, { subject: "Printer again", text: "x" });
      await perform(tx, ann, linkTickets, {
        ticketId: other.ticketId,
        number: (await ticket()).number,
        kind: "duplicate",
      });
      expect(
        await perform(tx, ann, linkTickets, {
          ticketId: other.ticketId,
          number: (await ticket()).number,
          kind: "duplicate",
        }),
      ).toBeUndefined();
      const [, linked] = await listTimeline(tx, ann, await ticket());
      expect(linked).toMatchObject({ name: "ticket.linked", payload: { number: other.number, isFrom: false } });
      expect((await listTimeline(tx, cy, await ticket())).map(({ name }) => name)).toEqual(["ticket.opened"]);
      await perform(tx, ann, unlinkTickets, { ticketId, otherId: other.ticketId, kind: "duplicate" });
      await expect(
        perform(tx, ann, linkTickets, { ticketId, number: (await ticket()).number, kind: "related" }),
      ).rejects.toThrow(Invalid);
      await expect(perform(tx, ann, linkTickets, { ticketId, number: 1, kind: "related" })).rejects.toThrow(Invalid);
    }),
  );

  test(
    "a follow-up is for what is over for good; agents open one of any closed ticket",
    scene(async ({ tx, cast: { ann, cy }, ticketId }) => {
      const more = { ticketId, text: "There is more." };
      await expect(perform(tx, ann, followUpTicket, more)).rejects.toThrow(Conflict);
      await perform(tx, ann, closeTicket, { ticketId });
      await expect(perform(tx, cy, followUpTicket, more)).rejects.toThrow("tickets.stillOpen");
      const { ticketId: next } = await perform(tx, ann, followUpTicket, more);
      expect(await getTicket(tx, cy, next)).toMatchObject({ followUpOf: ticketId, requesterId: cy.personId });
    }),
  );
});
