import { parseHours, type WorkingTime } from "../../src/features/working-time/rules/index.ts";
import { clocksOf, type Clock } from "../../src/features/service-levels/rules/clocks.ts";
import type { Agreements, Fact, TicketState } from "../../src/features/service-levels/rules/history.ts";
import type { ClockKind, Target } from "../../src/features/service-levels/rules/targets.ts";

const week = (days: readonly string[]): WorkingTime => ({
  timeZone: "Europe/Berlin",
  week: Array.from({ length: 7 }, (_, day) => parseHours(days[day] ?? "") ?? []),
  region: "DE",
  specialDays: [],
});
export const office = week(Array<string>(5).fill("9-18"));
export const always = { ...week(Array<string>(7).fill("0-24")), region: null };

/** Wall-clock time in Berlin, in a week without holidays: 1 June 2026 is a Monday. */
export const at = (wall: string): Date =>
  new Date(Temporal.PlainDateTime.from(`2026-06-${wall}`).toZonedDateTime("Europe/Berlin").epochMilliseconds);

export const target = (id: number, more: Partial<Target> = {}): Target => ({
  id,
  packageId: null,
  typeId: null,
  priority: null,
  minutes: { first_response: 120, next_response: 180, resolution: 960 },
  calendarId: 1,
  warnBefore: { minutes: 30 },
  since: new Date(0),
  until: null,
  ...more,
});
export const agreed = (
  targets: readonly Target[] = [target(1)],
  more: Record<number, WorkingTime> = {},
): Agreements => ({
  targets,
  calendars: new Map(
    Object.entries({ 1: office, ...more }).map(([id, time]) => [Number(id), [{ since: new Date(0), time }]]),
  ),
});

export const opened: TicketState = { status: "open", typeId: 1, priority: null, packageId: null, calendarId: 1 };
export const later = at("30T12:00");
export const find = (clocks: readonly Clock[], kind: ClockKind, round = 1): Clock | undefined =>
  clocks.find((clock) => clock.kind === kind && clock.round === round);
export const clock = (
  kind: ClockKind,
  facts: readonly Fact[],
  { agreements = agreed(), now = later, round = 1 } = {},
): Clock => {
  const found = find(clocksOf(facts, agreements, now), kind, round);
  if (!found) throw new Error(`no clock ${kind}`);
  return found;
};
