import { inForceAt, type WorkingTime, type WorkingTimeVersion } from "../../working-time/rules/index.ts";
import type { Priority, Status } from "../../ticket-types/rules/index.ts";
import { isInForce, targetFor, type Target } from "./targets.ts";

/** What of a ticket matters to its clocks. */
export interface TicketState {
  status: Status;
  /** It goes on in another ticket: here it is as if it had been withdrawn. */
  isElsewhere?: boolean;
  typeId: number;
  priority: Priority | null;
  /** The care package of its organisation. */
  packageId: number | null;
  /** In whose working time it counts unless the promise says another: its team's calendar, or else the default one. */
  calendarId: number;
}

/** Something that happened to a ticket and matters to its clocks. The first one is `submitted`. */
export type Fact =
  | { at: Date; kind: "submitted"; state: TicketState }
  | { at: Date; kind: "changed"; change: Partial<TicketState> }
  /** Words for the other side to read, which somebody on this one wrote. */
  | { at: Date; kind: "said"; by: "customer" | "agent" };

/** Everything that was ever promised, and every calendar with all its versions. */
export interface Agreements {
  targets: readonly Target[];
  calendars: ReadonlyMap<number, readonly WorkingTimeVersion[]>;
}

/** A stretch of a ticket's life in which nothing changed that matters to its clocks. */
export interface Span {
  from: Date;
  /** Null: it goes on. */
  to: Date | null;
  state: TicketState;
  target: Target | undefined;
  /** Who spoke at its beginning, in order. */
  said: readonly ("customer" | "agent")[];
}

/** Cuts a ticket's life wherever the ticket, the promises or the calendars change. `facts` are in order of time. */
export const spansOf = (facts: readonly Fact[], { targets, calendars }: Agreements): Span[] => {
  const [first] = facts;
  if (first?.kind !== "submitted") return [];
  const spans: Span[] = [];
  let { state } = first;
  for (const at of momentsOf(facts, { targets, calendars })) {
    const now = facts.filter((fact) => fact.at.getTime() === at);
    for (const fact of now) if (fact.kind === "changed") state = { ...state, ...fact.change };
    const from = new Date(at);
    const last = spans.at(-1);
    if (last) last.to = from;
    spans.push({
      from,
      to: null,
      state,
      target: targetFor(
        targets.filter((target) => isInForce(target, from)),
        state,
      ),
      said: now.flatMap((fact) => (fact.kind === "said" ? [fact.by] : [])),
    });
  }
  return spans;
};

const momentsOf = (facts: readonly Fact[], { targets, calendars }: Agreements): number[] => {
  const begins = facts[0]?.at.getTime() ?? 0;
  const agreed = [
    ...targets.flatMap(({ since, until }) => [since, ...(until ? [until] : [])]),
    ...[...calendars.values()].flatMap((versions) => versions.map(({ since }) => since)),
  ];
  const moments = [...facts.map(({ at }) => at), ...agreed].map((at) => at.getTime()).filter((at) => at >= begins);
  return [...new Set(moments)].toSorted((one, other) => one - other);
};

/** A calendar as it was at the time. */
export const calendarAt = ({ calendars }: Agreements, calendarId: number, at: Date): WorkingTime =>
  inForceAt(calendars.get(calendarId) ?? [], at);
