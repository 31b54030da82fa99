import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";

export interface StatProps {
  label: string;
  /** Already formatted for the reader. */
  value: ComponentChildren;
  /** Smaller, after the value, e.g. "h" or "of 120". */
  unit?: string | undefined;
  hint?: ComponentChildren;
  /** Against the time before; `good` decides the colour, not the direction. */
  change?: { words: string; direction: "up" | "down"; good: boolean } | undefined;
  href?: string | undefined;
}

export const Stat = ({ label, value, unit, hint, change, href }: StatProps) => {
  const inside = (
    <>
      <dt class="stat-label">{label}</dt>
      <dd class="stat-value">
        {href ? (
          <a class="stat-link" href={href}>
            {value}
          </a>
        ) : (
          value
        )}
        {unit && <span class="stat-unit"> {unit}</span>}
      </dd>
      {change && (
        <dd class={cx("stat-change", change.good ? "tone-success" : "tone-danger")}>
          <Icon name={change.direction === "up" ? "arrow-up" : "arrow-down"} size={14} />
          {change.words}
        </dd>
      )}
      {hint && <dd class="stat-hint">{hint}</dd>}
    </>
  );
  return <div class="stat-block">{inside}</div>;
};

/** Several figures in a row. */
export const Stats = ({ children }: { children: ComponentChildren }) => <dl class="stat-row">{children}</dl>;
