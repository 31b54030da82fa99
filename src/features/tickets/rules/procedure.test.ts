import { expect, test } from "vitest";
import { paperTicket, paperType } from "../../../../test/support/paper-ticket.ts";
import type { ProcedureStage } from "../../ticket-types/rules/index.ts";
import { currentStage, shownStages } from "./procedure.ts";

const stage = (key: string, isRetired = false): ProcedureStage => ({
  id: 1,
  key,
  names: { en: key, de: key },
  steps: [],
  isRetired,
});
const type = paperType({ stages: [stage("receive", true), stage("identify"), stage("solve")] });

test("a ticket begins in the first stage that is in use", () => {
  expect(currentStage(paperTicket({ type }))?.key).toBe("identify");
  expect(currentStage(paperTicket())).toBeUndefined();
});

test("a ticket stays in its stage when that is retired, and others no longer see it", () => {
  const old = paperTicket({ type, stage: "receive" });
  expect(currentStage(old)?.key).toBe("receive");
  expect(shownStages(old).map(({ key }) => key)).toEqual(["receive", "identify", "solve"]);
  expect(shownStages(paperTicket({ type })).map(({ key }) => key)).toEqual(["identify", "solve"]);
});
