import { describe, expect, test } from "vitest";
import { perform } from "../../../../test/support/cast.ts";
import { scene, type Scene } from "../../../../test/support/scene.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { listAccesses } from "../store/accesses.ts";
import { listDoneSteps } from "../store/steps.ts";
import { advanceStage } from "./advance-stage.ts";
import { closeTicket } from "./close-ticket.ts";
import { confirmSolution } from "./confirm-solution.ts";
import { documentSolution } from "./document-solution.ts";
import { endAccess } from "./end-access.ts";
import { grantAccess } from "./grant-access.ts";
import { rateTicket } from "./rate-ticket.ts";
import { reopenTicket } from "./reopen-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { tickStep } from "./tick-step.ts";

/** From now on the type of Cy's ticket demands this. */
const demanding = ({ tx }: Scene, demands: Record<string, boolean>) =>
  tx.updateTable("ticket_types").set(demands).execute();

const withProcedure = async ({ tx, ticket }: Scene) => {
  const { type } = await ticket();
  const stage = (key: string, position: number) => ({
    type_id: type.id,
    key,
    name_en: key,
    name_de: key,
    steps: JSON.stringify([{ key: "look", en: "Look", de: "Nachsehen" }]),
    position,
  });
  await tx
    .insertInto("ticket_type_stages")
    .values([stage("identify", 1), stage("solve", 2)])
    .execute();
};

describe("closing demands", () => {
  test(
    "a documented solution: refused without, whoever closes, and the rating keeps the ticket until it is there",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await demanding(stage, { needs_solution: true });
      await expect(perform(tx, cast.ann, closeTicket, { ticketId })).rejects.toThrow("tickets.needsSolution");
      await expect(perform(tx, cast.cy, closeTicket, { ticketId })).rejects.toThrow("tickets.needsSolution");
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      await perform(tx, cast.cy, rateTicket, { ticketId, rating: 5 });
      expect((await ticket()).status).toBe("resolved");
      await perform(tx, cast.ann, documentSolution, { ticketId, solution: "The ribbon was used up." });
      expect(await ticket()).toMatchObject({ status: "closed", solution: "The ribbon was used up." });
    }),
  );

  test(
    "a confirmation: the customer gives it, it closes what is not rated, and it is gone when work begins again",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await demanding(stage, { needs_confirmation: true, has_rating: false });
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      expect((await ticket()).status).toBe("resolved");
      await expect(perform(tx, cast.ann, confirmSolution, { ticketId })).rejects.toThrow(Forbidden);
      await expect(perform(tx, cast.ann, closeTicket, { ticketId })).rejects.toThrow("tickets.needsConfirmation");
      await perform(tx, cast.cy, confirmSolution, { ticketId });
      expect((await ticket()).status).toBe("closed");
      expect((await ticket()).confirmedAt).not.toBeNull();
      await perform(tx, cast.ann, reopenTicket, { ticketId });
      expect((await ticket()).confirmedAt).toBeNull();
    }),
  );

  test(
    "saying that it does not work brings it back to work instead",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await demanding(stage, { needs_confirmation: true });
      await perform(tx, cast.ann, resolveTicket, { ticketId });
      await perform(tx, cast.cy, replyToTicket, { ticketId, text: "It still beeps." });
      expect((await ticket()).status).toBe("open");
    }),
  );
});

describe("a procedure", () => {
  test(
    "is gone through by stages, with steps ticked once by whoever did them",
    scene(async (stage) => {
      const { tx, cast, ticketId, ticket } = stage;
      await withProcedure(stage);
      const step = { ticketId, stage: "identify", step: "look" };
      await perform(tx, cast.ann, tickStep, { ...step, isDone: true });
      expect(await perform(tx, cast.tom, tickStep, { ...step, isDone: true })).toBeUndefined();
      expect(await listDoneSteps(tx, ticketId)).toMatchObject([{ step: "look", doneBy: cast.ann.personId }]);
      await perform(tx, cast.ann, tickStep, { ...step, isDone: false });
      expect(await listDoneSteps(tx, ticketId)).toEqual([]);
      await perform(tx, cast.ann, advanceStage, { ticketId, stage: "solve" });
      expect((await ticket()).stage).toBe("solve");
      expect(await perform(tx, cast.ann, advanceStage, { ticketId, stage: "solve" })).toBeUndefined();
    }),
  );

  test(
    "knows no stages and steps of other types, and none at all where the type has no procedure",
    scene(async (stage) => {
      const { tx, cast, ticketId } = stage;
      await expect(perform(tx, cast.ann, advanceStage, { ticketId, stage: "solve" })).rejects.toThrow(
        "tickets.noProcedure",
      );
      await withProcedure(stage);
      await expect(perform(tx, cast.ann, advanceStage, { ticketId, stage: "dance" })).rejects.toThrow();
      const wrong = { ticketId, stage: "identify", step: "dance", isDone: true };
      await expect(perform(tx, cast.ann, tickStep, wrong)).rejects.toThrow();
      await expect(perform(tx, cast.cy, advanceStage, { ticketId, stage: "solve" })).rejects.toThrow(Forbidden);
    }),
  );
});

test(
  "access to an environment is noted by the customer or the desk, and ended once",
  scene(async ({ tx, cast, ticketId }) => {
    await perform(tx, cast.cy, grantAccess, { ticketId, environment: "acme.example" });
    await perform(tx, cast.ann, grantAccess, { ticketId, environment: "Test 2" });
    const [first] = await listAccesses(tx, [ticketId]);
    expect(first).toMatchObject({ environment: "acme.example", grantedBy: cast.cy.personId, endedAt: null });
    await perform(tx, cast.cy, endAccess, { ticketId, accessId: first!.id });
    expect(await perform(tx, cast.ann, endAccess, { ticketId, accessId: first!.id })).toBeUndefined();
    expect((await listAccesses(tx, [ticketId])).filter(({ endedAt }) => endedAt === null)).toHaveLength(1);
    await expect(perform(tx, cast.eve, grantAccess, { ticketId, environment: "globex" })).rejects.toThrow();
  }),
);
