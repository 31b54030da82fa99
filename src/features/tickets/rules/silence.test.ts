import { describe, expect, test } from "vitest";
import { paperTicket, paperType } from "../../../../test/support/paper-ticket.ts";
import { after, days } from "../../../platform/time.ts";
import { closingDay, silenceStep, type Quiet } from "./silence.ts";

const asked = new Date("2026-03-02T09:00:00Z");
const malfunction = paperType({ remindAfterDays: 30, closeAfterDays: 5, closeResolvedAfterDays: 14 });
const waiting: Quiet = {
  ...paperTicket({ status: "waiting", statusSince: asked, type: malfunction }),
  lastSaidAt: asked,
};
const onDay = (count: number): Date => after(asked, days(count));

describe("a ticket that waits for its customer", () => {
  test("is announced to close once the type's days are over, and not before", () => {
    expect(silenceStep(waiting, onDay(29.99))).toBeUndefined();
    expect(silenceStep(waiting, onDay(30))).toEqual({ kind: "remind", closesAt: onDay(35) });
  });

  test("closes on the day that was announced, whatever the settings say by then", () => {
    const reminded = { ...waiting, closesAt: onDay(35), type: paperType({ remindAfterDays: 1, closeAfterDays: 1 }) };
    expect(silenceStep(reminded, onDay(34.99))).toBeUndefined();
    expect(silenceStep(reminded, onDay(35))).toEqual({ kind: "close", because: "silence" });
  });

  test("counts from the last thing that was said, not only from the question", () => {
    const repeated = { ...waiting, lastSaidAt: onDay(20) };
    expect(silenceStep(repeated, onDay(49))).toBeUndefined();
    expect(silenceStep(repeated, onDay(50))).toEqual({ kind: "remind", closesAt: onDay(55) });
  });

  test("is left alone where the type does not close by itself, and while an approval is pending", () => {
    expect(silenceStep({ ...waiting, type: paperType() }, onDay(1_000))).toBeUndefined();
    expect(silenceStep({ ...waiting, approval: "pending" }, onDay(1_000))).toBeUndefined();
  });
});

describe("what is resolved", () => {
  const resolved = { ...waiting, status: "resolved" as const };

  test("is told its day at once, and closes on it, whatever the settings say by then", () => {
    expect(closingDay(resolved, asked)).toEqual(onDay(14));
    expect(closingDay({ ...resolved, type: paperType() }, asked)).toBeNull();
    expect(closingDay(waiting, asked)).toBeNull();
    const told = { ...resolved, closesAt: onDay(14), type: paperType({ closeResolvedAfterDays: 1 }) };
    expect(silenceStep(told, onDay(13.99))).toBeUndefined();
    expect(silenceStep(told, onDay(14))).toEqual({ kind: "close", because: "resolved" });
  });

  test("is announced first where nobody was told, because its type closes by itself only since", () => {
    expect(silenceStep(resolved, onDay(13.99))).toBeUndefined();
    expect(silenceStep(resolved, onDay(200))).toEqual({ kind: "remind", closesAt: onDay(205) });
    expect(silenceStep({ ...resolved, type: paperType() }, onDay(1_000))).toBeUndefined();
  });
});

describe("what lacks something that its type demands", () => {
  const demanding = paperType({
    ...malfunction,
    needsApproval: true,
    needsSolution: true,
    needsConfirmation: true,
    needsFeedback: true,
  });
  const lacks = ["needsApproval", "needsSolution", "needsConfirmation", "needsFeedback"];

  test.each(["waiting", "resolved"] as const)(
    "is brought before the desk once while %s, and never closes",
    (status) => {
      const quiet = { ...waiting, status, type: demanding };
      const limit = status === "waiting" ? 30 : 14;
      expect(closingDay(quiet, asked)).toBeNull();
      expect(silenceStep(quiet, onDay(limit - 0.01))).toBeUndefined();
      expect(silenceStep(quiet, onDay(limit))).toEqual({ kind: "stall", lacks });
      expect(silenceStep({ ...quiet, stalledAt: onDay(limit) }, onDay(1_000))).toBeUndefined();
    },
  );

  test("does not close on the day that was announced before it was demanded", () => {
    const announced = { ...waiting, type: demanding, closesAt: onDay(35) };
    expect(silenceStep(announced, onDay(34.99))).toBeUndefined();
    expect(silenceStep(announced, onDay(35))).toEqual({ kind: "stall", lacks });
  });

  test("is announced and closes as others do once everything is there, or said why it goes without", () => {
    const given = {
      approval: "waived",
      solution: "A new cable.",
      confirmedAt: asked,
      feedbackWaivedAt: asked,
      stalledAt: onDay(30),
    } as const;
    const complete = { ...waiting, type: demanding, ...given };
    expect(silenceStep(complete, onDay(40))).toEqual({ kind: "remind", closesAt: onDay(45) });
    expect(silenceStep({ ...complete, closesAt: onDay(45) }, onDay(45))).toMatchObject({ kind: "close" });
  });
});

test.each(["open", "assigned", "in_progress", "on_hold", "closed", "cancelled", "draft"] as const)(
  "nothing happens by itself while %s",
  (status) => {
    expect(silenceStep({ ...waiting, status, closesAt: onDay(1) }, onDay(1_000))).toBeUndefined();
  },
);
