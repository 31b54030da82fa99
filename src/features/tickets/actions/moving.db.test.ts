import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import { getTicket } from "../store/tickets.ts";
import { askCustomer } from "./ask-customer.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { closeTicket } from "./close-ticket.ts";
import { discardTicket } from "./discard-ticket.ts";
import { holdTicket } from "./hold-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { rateTicket } from "./rate-ticket.ts";
import { releaseTicket } from "./release-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { startTicket } from "./start-ticket.ts";
import { submitTicket } from "./submit-ticket.ts";
import { takeTicket } from "./take-ticket.ts";
import { scene } from "../../../../test/support/scene.ts";

describe("the ticket's way", () => {
  test(
    "through every status, with times that follow",
    scene(async ({ tx, cast: { ann, cy }, ticketId, ticket }) => {
      await perform(tx, ann, startTicket, { ticketId });
      expect(await ticket()).toMatchObject({ status: "in_progress", assigneeIds: [ann.personId] });
      await perform(tx, ann, holdTicket, { ticketId, reason: "Waits for the supplier" });
      expect((await ticket()).status).toBe("on_hold");
      await perform(tx, ann, releaseTicket, { ticketId });
      await perform(tx, ann, askCustomer, { ticketId });
      expect((await ticket()).status).toBe("waiting");
      await perform(tx, ann, resolveTicket, { ticketId, result: "New ribbon" });
      expect(await ticket()).toMatchObject({ status: "resolved", result: "New ribbon", closedAt: null });
      await perform(tx, cy, rateTicket, { ticketId, rating: "5", words: "Quick!" });
      const closed = await ticket();
      expect(closed).toMatchObject({ status: "closed", rating: 5 });
      expect(closed.closedAt).not.toBeNull();
      await perform(tx, cy, reopenTicket, { ticketId, reason: "Beeps again" });
      expect(await ticket()).toMatchObject({ status: "in_progress", resolvedAt: null, closedAt: null });
      await perform(tx, cy, closeTicket, { ticketId });
      expect((await ticket()).status).toBe("closed");
    }),
  );

  test(
    "refuses what the machine forbids, and changes nothing then",
    scene(async ({ tx, cast: { ann }, ticketId, ticket }) => {
      await perform(tx, ann, closeTicket, { ticketId });
      const before = await ticket();
      for (const verb of [startTicket, resolveTicket, holdTicket, askCustomer, releaseTicket])
        await expect(perform(tx, ann, verb as never, { ticketId })).rejects.toThrow(Conflict);
      expect(await ticket()).toEqual(before);
    }),
  );

  test(
    "is cancelled by its requester only while nobody works on it, and by members only when it is theirs",
    scene(async ({ tx, cast: { ann, tom, cy, cora }, ticketId }) => {
      await perform(tx, tom, takeTicket, { ticketId });
      await expect(perform(tx, cy, cancelTicket, { ticketId })).rejects.toThrow("tickets.onlyWhileOpen");
      await expect(perform(tx, cora, cancelTicket, { ticketId })).rejects.toThrow("platform.forbidden");
      await expect(perform(tx, ann, cancelTicket, { ticketId })).rejects.toThrow(Forbidden);
      await perform(tx, tom, cancelTicket, { ticketId });
    }),
  );

  test(
    "is not changed by an outdated form when somebody moved it meanwhile; other changes do not matter",
    scene(async ({ tx, cast: { ann, mo }, ticketId, ticket }) => {
      const { version } = await ticket();
      await perform(tx, mo, changeFields, { ticketId, tags: ["vip"] });
      await perform(tx, mo, holdTicket, { ticketId, version });
      await expect(perform(tx, ann, resolveTicket, { ticketId, version })).rejects.toThrow("tickets.changedMeanwhile");
    }),
  );

  test(
    "begins as a draft that only its owner knows, and ends so if it is discarded",
    scene(async ({ tx, cast: { mo, ada, ann } }) => {
      const draft = { subject: "Machine", text: "", typeKey: "field_service", isDraft: true };
      const one = await perform(tx, mo, openTicket, draft);
      const two = await perform(tx, mo, openTicket, draft);
      await expect(getTicket(tx, ada, one.ticketId)).rejects.toThrow(NotFound);
      await perform(tx, mo, submitTicket, one);
      expect((await getTicket(tx, ann, one.ticketId)).submittedAt).not.toBeNull();
      await perform(tx, mo, discardTicket, two);
      expect((await getTicket(tx, mo, two.ticketId)).status).toBe("cancelled");
      await expect(getTicket(tx, ada, two.ticketId)).rejects.toThrow(NotFound);
      await expect(perform(tx, mo, openTicket, { ...draft, typeKey: "malfunction" })).rejects.toThrow(Invalid);
    }),
  );
});
