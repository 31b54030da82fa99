import type { ComponentChildren } from "preact";

export interface TimelineProps {
  /** What is told here, for screen readers, e.g. "Conversation". */
  label: string;
  /** `Message` and `SystemEvents`, oldest first. */
  children: ComponentChildren;
}

export const Timeline = ({ label, children }: TimelineProps) => (
  <ol class="thread" aria-label={label}>
    {children}
  </ol>
);

/** A line between days or before what is new. */
export const TimelineMark = ({ children, id }: { children: ComponentChildren; id?: string | undefined }) => (
  <li class="thread-mark" id={id}>
    <span>{children}</span>
  </li>
);
