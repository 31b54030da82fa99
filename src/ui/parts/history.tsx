import { Panel } from "./panel.tsx";
import { Time } from "./time.tsx";

export interface HistoryLine {
  id: number;
  at: Date;
  /** What happened. */
  words: string;
  /** Who did it. */
  by: string;
}

export interface HistoryProps {
  title: string;
  /** Newest first. */
  lines: readonly HistoryLine[];
  /** The sentence when nothing has happened yet. */
  empty: string;
}

/** Who changed what, and when, below what a page sets up. */
export const History = ({ title, lines, empty }: HistoryProps) => (
  <div>
    <Panel title={title} folds="closed" id="history">
      {lines.length === 0 ? (
        <p class="muted">{empty}</p>
      ) : (
        <ul class="stack small">
          {lines.map(({ id, at, words, by }) => (
            <li key={id}>
              <Time at={at} look="datetime" /> · {words} · <span class="muted">{by}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  </div>
);
