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

/** What a customer reads as an answer: our words, or that it is solved. */
const isAnswered = ({ said, state }: Span, before: Status | undefined): boolean =>
  said.includes("agent") || (state.status === "resolved" && before !== "resolved");

/** Closed and withdrawn tickets end what is still open; whoever has no answer by then waits for none. */
const isOver = ({ state: { status } }: Span): boolean =>
  status === "closed" || status === "cancelled" || status === "draft";

const responseRounds = (spans: readonly Span[]): Round[] => {
  const rounds: Round[] = [];
  // When we speak first, nobody waits for a first answer.
  let open: Span[] | null = spans[0]?.said.includes("agent") ? null : [];
  let later = 0;
  for (const [index, span] of spans.entries()) {
    if (open && index > 0 && isAnswered(span, spans[index - 1]?.state.status)) {
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
  const end = endOf(spans, "resolved");
  return {
    kind: "resolution",
    round: 1,
    spans: until(spans, end.endedAt),
    endedAt: end.endedAt,
    // Closing is solving, too; only what is withdrawn needs no solution any more.
    isDropped: end.isDropped && spans.at(-1)?.state.status !== "closed",
  };
};

/** If the ticket is over, since when without interruption. */
const endOf = (spans: readonly Span[], alsoOver?: Status): Pick<Round, "endedAt" | "isDropped"> => {
  const ends = (span: Span): boolean => isOver(span) || span.state.status === alsoOver;
  const lastOpen = spans.findLastIndex((span) => !ends(span));
  const first = spans[lastOpen + 1];
  if (!first) return { endedAt: null, isDropped: false };
  return { endedAt: first.from, isDropped: spans.slice(lastOpen + 1).every(isOver) };
};

/** Nothing of what came after the end. The last span ends with it. */
const until = (spans: readonly Span[], endedAt: Date | null): Span[] =>
  endedAt === null
    ? [...spans]
    : spans
        .filter(({ from }) => from < endedAt)
        .map((span) => (span.to && span.to <= endedAt ? span : { ...span, to: endedAt }));
