import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { scene, type Scene } from "../../../../test/support/scene.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { listTimeline } from "../store/timeline.ts";
import { changeFields } from "./change-fields.ts";
import { closeTicket } from "./close-ticket.ts";
import { confirmSolution } from "./confirm-solution.ts";
import { recordConfirmation, waiveConfirmation, waiveFeedback } from "./customer-verdict.ts";
import { documentSolution } from "./document-solution.ts";
import { rateTicket } from "./rate-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";

/** Cy's ticket, resolved, of a type that demands all that closing can demand. */
const resolvedIn = async ({ tx, cast, ticketId }: Scene, demands: Record<string, boolean> = {}) => {
  const all = { needs_solution: true, needs_confirmation: true, needs_feedback: true, has_rating: true };
  await tx
    .updateTable("ticket_types")
    .set({ ...all, ...demands })
    .execute();
  await perform(tx, cast.ann, resolveTicket, { ticketId });
};

const orders = [
  ["document", "confirm", "rate"],
  ["document", "rate", "confirm"],
  ["confirm", "document", "rate"],
  ["confirm", "rate", "document"],
  ["rate", "confirm", "document"],
  ["rate", "document", "confirm"],
] as const;

describe("what closing demands", () => {
  test.each(orders)("closes with the last of it: %s, %s, %s", (...order) =>
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await resolvedIn(stage);
      const give = {
        document: () => perform(tx, cast.ann, documentSolution, { ticketId, solution: "A new ribbon." }),
        confirm: () => perform(tx, cast.cy, confirmSolution, { ticketId }),
        rate: () => perform(tx, cast.cy, rateTicket, { ticketId, rating: 4 }),
      };
      for (const each of order) {
        expect((await ticket()).status).toBe("resolved");
        await expect(perform(tx, cast.ann, closeTicket, { ticketId })).rejects.toThrow("tickets.needs");
        await give[each]();
      }
      expect((await ticket()).status).toBe("closed");
    })(),
  );

  test(
    "begins anew when work begins again, although the old rating stays",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await resolvedIn(stage, { needs_solution: false, needs_confirmation: false });
      await perform(tx, cast.cy, rateTicket, { ticketId, rating: 2 });
      await perform(tx, cast.ann, reopenTicket, { ticketId });
      expect(await ticket()).toMatchObject({ rating: 2, ratedAt: null });
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      expect((await ticket()).status).toBe("resolved");
      await expect(perform(tx, cast.ann, closeTicket, { ticketId })).rejects.toThrow("tickets.needsFeedback");
    }),
  );
});

describe("a customer who says it elsewhere, or never", () => {
  test(
    "does not strand the ticket: what was said on the telephone is written down, with how and by whom",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await resolvedIn(stage, { needs_solution: false, needs_feedback: false, has_rating: false });
      const said = { ticketId, how: "telephone", by: "Ms Meier" } as const;
      await expect(perform(tx, cast.cy, recordConfirmation, said)).rejects.toThrow(Forbidden);
      await expect(perform(tx, cast.ann, recordConfirmation, { ...said, by: " " })).rejects.toThrow();
      await perform(tx, cast.ann, recordConfirmation, said);
      expect((await ticket()).status).toBe("closed");
      expect((await ticket()).confirmedAt).not.toBeNull();
      const ours = (await listTimeline(tx, cast.ann, await ticket())).at(-1)!;
      expect(ours).toMatchObject({
        name: "ticket.confirmation-recorded",
        payload: { how: "telephone", by: "Ms Meier" },
      });
      const theirs = (await listTimeline(tx, cast.cy, await ticket())).at(-1)!;
      expect(theirs.payload).not.toHaveProperty("by");
    }),
  );

  test(
    "or waived with a reason that only the desk reads, which holds until work begins again",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await resolvedIn(stage, { needs_solution: false });
      await expect(perform(tx, cast.ann, waiveConfirmation, { ticketId, reason: "" })).rejects.toThrow();
      await expect(perform(tx, cast.cy, waiveFeedback, { ticketId, reason: "x" })).rejects.toThrow(Forbidden);
      await perform(tx, cast.ann, waiveConfirmation, { ticketId, reason: "Nobody answers there." });
      expect((await ticket()).status).toBe("resolved");
      await perform(tx, cast.ann, waiveFeedback, { ticketId, reason: "The partner has left." });
      expect(await ticket()).toMatchObject({ status: "closed", confirmedAt: null, ratedAt: null });
      expect(JSON.stringify(await listTimeline(tx, cast.ann, await ticket()))).toContain("Nobody answers there.");
      expect(JSON.stringify(await listTimeline(tx, cast.cy, await ticket()))).not.toContain("Nobody answers there.");
      await perform(tx, cast.ann, reopenTicket, { ticketId });
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      await expect(perform(tx, cast.ann, closeTicket, { ticketId })).rejects.toThrow("tickets.needsConfirmation");
    }),
  );

  test(
    "is asked for nothing where he does not see the ticket",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await tx
        .updateTable("ticket_types")
        .set({ needs_approval: true, needs_confirmation: true, needs_feedback: true, has_rating: true })
        .execute();
      await perform(tx, cast.ann, changeFields, { ticketId, visibility: "internal" });
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      expect((await ticket()).status).toBe("closed");
    }),
  );
});
