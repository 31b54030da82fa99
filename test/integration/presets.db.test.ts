import { describe, expect, test } from "vitest";
import { castIn, perform, type Cast } from "../support/cast.ts";
import { inRollback } from "../support/db.ts";
import { actors, ticketIn } from "../../tools/ticket-machine.ts";
import type { Tx } from "../../src/platform/db/db.ts";
import { Forbidden, Invalid } from "../../src/platform/errors.ts";
import { now } from "../../src/platform/time.ts";
import { listTeams } from "../../src/features/people/index.ts";
import { listTargetsInForce } from "../../src/features/service-levels/index.ts";
import { listTicketTypes, type TicketType } from "../../src/features/ticket-types/index.ts";
import { offers, standings } from "../../src/features/tickets/rules/policy.ts";
import { move, type Verb } from "../../src/features/tickets/rules/status.ts";
import type { Status, Ticket } from "../../src/features/tickets/rules/ticket.ts";
import { choosePresets } from "../../src/features/presets/actions/choose-presets.ts";
import {
  presetKeys,
  presets,
  presetsFor,
  unusedTypes,
  type PresetKey,
} from "../../src/features/presets/rules/index.ts";
import { listChosen } from "../../src/features/presets/store.ts";

const desk = (run: (scene: { tx: Tx; cast: Cast }) => Promise<void>) => () =>
  inRollback(async (tx) => run({ tx, cast: await castIn(tx) }));

const typesAfter = async ({ tx, cast }: { tx: Tx; cast: Cast }, keys: readonly PresetKey[], retireOthers = true) => {
  await perform(tx, cast.ada, choosePresets, { presets: keys, retireOthers });
  return listTicketTypes(tx);
};

/** Everything that offered moves lead to, whoever makes them, from a fresh ticket of the type. */
const reachable = (type: TicketType): Set<Status> => {
  const first = type.statuses.includes("draft") ? "draft" : "open";
  const seen = new Map<string, Ticket>();
  const waiting = [ticketIn({ name: "", explained: "", facts: { type } }, first)];
  for (let ticket = waiting.pop(); ticket; ticket = waiting.pop()) {
    const key = JSON.stringify([
      ticket.status,
      ticket.approval,
      ticket.solution,
      ticket.confirmedAt !== null,
      ticket.ratedAt !== null,
      ticket.assigneeIds,
    ]);
    if (seen.has(key)) continue;
    seen.set(key, ticket);
    for (const standing of standings)
      for (const verb of offers(actors[standing], ticket)) waiting.push(after(ticket, verb));
  }
  return new Set([...seen.values()].map(({ status }) => status));
};

/** The ticket after the verb, with what its action writes beside the status. */
const after = (ticket: Ticket, verb: Verb): Ticket => {
  const assigneeIds = ["assign", "take", "start"].includes(verb)
    ? [4]
    : verb === "unassignLast"
      ? []
      : ticket.assigneeIds;
  const status = move({ ...ticket, assigneeIds }, verb);
  const isOver = status === "closed" || status === "cancelled";
  return {
    ...ticket,
    assigneeIds,
    status,
    submittedAt: status === "draft" ? null : (ticket.submittedAt ?? now()),
    closedAt: isOver ? now() : null,
    ...(verb === "document" && { solution: "A new cable." }),
    ...(verb === "confirm" && { confirmedAt: now() }),
    ...(verb === "rate" && { ratedAt: now() }),
    ...(verb === "propose" && { approval: "pending" as const }),
    ...(verb === "decide" && { approval: "approved" as const }),
    ...(verb === "waive" && { approval: "waived" as const }),
    ...(verb === "merge" && { mergedInto: null }),
  };
};

describe("each way of working", () => {
  test.each(presetKeys)("%s offers its own types, each with its team, and reaches every status that they use", (key) =>
    desk(async (scene) => {
      const types = await typesAfter(scene, [key]);
      const wanted = presetsFor([key]).flatMap((preset) => preset.types.map((type) => type.key));
      const offered = types.filter(({ isRetired }) => !isRetired);
      expect(offered.map((type) => type.key).sort()).toEqual([...wanted].sort());
      for (const type of offered) {
        expect(type.teamId).not.toBeNull();
        expect([...reachable(type)].sort()).toEqual([...type.statuses].sort());
      }
      expect((await listChosen(scene.tx)).has(key)).toBe(true);
    })(),
  );

  test(
    "partners: mandatory facts, approval, confirmation, feedback, a written solution and eight stages",
    desk(async (scene) => {
      const type = (await typesAfter(scene, ["partners"])).find(({ key }) => key === "second_level")!;
      expect(type).toMatchObject({
        creators: "members",
        needsApproval: true,
        needsSolution: true,
        needsConfirmation: true,
        needsFeedback: true,
      });
      expect(type.fields.filter(({ isRequired }) => isRequired).map(({ key }) => key)).toEqual([
        "customer_number",
        "domain",
        "contact",
        "error_picture",
        "may_contact",
      ]);
      expect(type.stages.map(({ names }) => names.en)).toEqual([
        "Identify",
        "Understand",
        "Solve",
        "Approve",
        "Carry out",
        "Confirm",
        "Feedback",
        "Document",
      ]);
    }),
  );

  test(
    "field service: only who has accepted writes, only agents reopen, and it begins as a draft",
    desk(async (scene) => {
      const type = (await typesAfter(scene, ["field_service"])).find(({ key }) => key === "field_service")!;
      expect(type).toMatchObject({ onlyAssigneesWrite: true, reopenDays: 0, hasRating: true, hasPriority: false });
      expect(type.statuses).toContain("draft");
    }),
  );

  test(
    "care packages promise by package, and most for what blocks",
    desk(async (scene) => {
      await typesAfter(scene, ["care_packages"]);
      const targets = await listTargetsInForce(scene.tx);
      expect(targets).toHaveLength(5);
      expect(targets.find(({ priority }) => priority === "blocker")!.minutes.first_response).toBe(60);
    }),
  );
});

test.each(["care_packages", "field_service", "partners"] as const)(
  "%s alone has no technical support to which anybody could escalate",
  (key) =>
    desk(async (scene) => {
      const types = await typesAfter(scene, [key]);
      expect(types.some(({ kind, isRetired }) => kind === "technical" && !isRetired)).toBe(false);
    })(),
);

describe("several of them", () => {
  test(
    "stand side by side, and choosing again adds nothing twice",
    desk(async (scene) => {
      await typesAfter(scene, presetKeys);
      const before = { types: await listTicketTypes(scene.tx), teams: await listTeams(scene.tx) };
      const types = await typesAfter(scene, presetKeys);
      expect(types).toEqual(before.types);
      expect(await listTeams(scene.tx)).toEqual(before.teams);
      expect(types.every(({ isRetired }) => !isRetired)).toBe(true);
    }),
  );

  test(
    "one that is chosen later brings its types back and leaves the others alone",
    desk(async (scene) => {
      await typesAfter(scene, ["service_calls"]);
      const types = await typesAfter(scene, ["levels"], false);
      expect(
        types
          .filter(({ isRetired }) => !isRetired)
          .map(({ key }) => key)
          .sort(),
      ).toEqual(["service_call", "service_request", "technical"].sort());
    }),
  );

  test("leave no type unknown", () => {
    expect(unusedTypes(presets)).toEqual([]);
    expect([...unusedTypes(presetsFor(["levels"]))].sort()).toEqual(
      ["field_service", "malfunction", "second_level", "service_call"].sort(),
    );
  });
});

test(
  "are for administrators, and somebody has to choose",
  desk(async ({ tx, cast }) => {
    await expect(perform(tx, cast.mo, choosePresets, { presets: ["levels"] })).rejects.toThrow(Forbidden);
    await expect(perform(tx, cast.ada, choosePresets, { presets: [] })).rejects.toThrow(Invalid);
  }),
);
