import { describe, expect, test } from "vitest";
import { paperType } from "../../../../test/support/paper-ticket.ts";
import { after, days } from "../../../platform/time.ts";
import { closingDay, silenceStep, type Quiet } from "./silence.ts";

const asked = new Date("2026-03-02T09:00:00Z");
const malfunction = paperType({ remindAfterDays: 30, closeAfterDays: 5, closeResolvedAfterDays: 14 });
const waiting: Quiet = {
  status: "waiting",
  statusSince: asked,
  lastSaidAt: asked,
  approval: "none",
  closesAt: null,
  type: malfunction,
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
    expect(closingDay("resolved", malfunction, asked)).toEqual(onDay(14));
    expect(closingDay("resolved", paperType(), asked)).toBeNull();
    expect(closingDay("waiting", malfunction, asked)).toBeNull();
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

test.each(["open", "assigned", "in_progress", "on_hold", "closed", "cancelled", "draft"] as const)(
  "nothing happens by itself while %s",
  (status) => {
    expect(silenceStep({ ...waiting, status, closesAt: onDay(1) }, onDay(1_000))).toBeUndefined();
  },
);
