import type { Status } from "../../ticket-types/rules/index.ts";
import type { Span } from "./history.ts";
import type { ClockKind } from "./targets.ts";

/** The part of a ticket's life in which one clock runs. */
export interface Round {
  kind: ClockKind;
  round: number;
  spans: readonly Span[];
  /** When what was promised was done, or the ticket was over. */
  endedAt: Date | null;
  /** It was over without being done: nobody is owed an answer to a withdrawn request. */
  isDropped: boolean;
}

/** Which clocks a ticket's life has, in the order in which they start. */
export const roundsOf = (spans: readonly Span[]): Round[] =>
  spans.length === 0 ? [] : [...responseRounds(spans), resolutionRound(spans)];

const isDone = (status: Status | undefined): boolean => status === "resolved" || status === "closed";
const isWithdrawn = (status: Status): boolean => status === "cancelled" || status === "draft";

/** What a customer reads as an answer: our words, or that it is solved. */
const isAnswered = ({ said, state }: Span, before: Span | undefined): boolean =>
  said.includes("agent") || (isDone(state.status) && !isDone(before?.state.status));

const responseRounds = (spans: readonly Span[]): Round[] => {
  const rounds: Round[] = [];
  // When we speak first, nobody waits for a first answer.
  let open: Span[] | null = spans[0]?.said.includes("agent") ? null : [];
  let later = 0;
  for (const [index, span] of spans.entries()) {
    if (open && index > 0 && isAnswered(span, spans[index - 1])) {
      rounds.push(responseRound(open, { later, endedAt: span.from, isDropped: false }));
      open = null;
    }
    // Who answers and is answered at the same moment is answered; who writes after our words waits again.
    if (!open && span.said.at(-1) === "customer") {
      later++;
      open = [];
    }
    open?.push(span);
  }
  if (open) rounds.push(responseRound(open, { later, ...endOf(open) }));
  return rounds;
};

const responseRound = (
  spans: readonly Span[],
  { later, ...end }: { later: number } & Pick<Round, "endedAt" | "isDropped">,
): Round => ({
  kind: later === 0 ? "first_response" : "next_response",
  round: Math.max(later, 1),
  spans: until(spans, end.endedAt),
  ...end,
});

const resolutionRound = (spans: readonly Span[]): Round => {
  const end = endOf(spans);
  return { kind: "resolution", round: 1, spans: until(spans, end.endedAt), ...end };
};

/** If the ticket is done or withdrawn, since when without interruption. */
const endOf = (spans: readonly Span[]): Pick<Round, "endedAt" | "isDropped"> => {
  const isOver = ({ state: { status } }: Span): boolean => isDone(status) || isWithdrawn(status);
  const rest = spans.slice(spans.findLastIndex((span) => !isOver(span)) + 1);
  const [first] = rest;
  if (!first) return { endedAt: null, isDropped: false };
  return { endedAt: first.from, isDropped: rest.every(({ state: { status } }) => isWithdrawn(status)) };
};

/** Nothing of what came after the end. */
const until = (spans: readonly Span[], endedAt: Date | null): readonly Span[] =>
  endedAt === null ? spans : spans.filter(({ from }) => from < endedAt);
