import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";

export interface ProgressProps {
  label: string;
  /** Leave it out while the amount is unknown. */
  value?: number | undefined;
  max?: number | undefined;
  /** Shown at the end, e.g. "3.1 of 8.4 MB". */
  hint?: string | undefined;
}

export const Progress = ({ label, value, max = 100, hint }: ProgressProps) => (
  <div class="progress-block">
    <div class="progress-words small">
      <span>{label}</span>
      {hint && <span class="muted tabular">{hint}</span>}
    </div>
    <progress class="progress progress-primary" aria-label={label} value={value} max={max} />
  </div>
);

/** Grey lines where text is about to appear. */
export const Skeleton = ({ lines = 3, class: extra }: { lines?: number | undefined; class?: string | undefined }) => {
  const words = useWords();
  return (
    <div class={cx("skeletons", extra)} role="status" aria-label={words.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} class="skeleton" />
      ))}
    </div>
  );
};

/** Turns while something is on its way; always with a word beside it or as its label. */
export const Spinner = ({ label }: { label?: string | undefined }) => (
  <span
    class="spinner"
    role={label ? "status" : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : "true"}
  />
);
