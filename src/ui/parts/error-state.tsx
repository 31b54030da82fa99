import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";

export interface ErrorStateProps {
  /** The HTTP status; small, for those who report it. */
  code?: number | undefined;
  icon?: IconName | undefined;
  /** What happened, e.g. "This page does not exist". */
  title: string;
  /** That nothing is lost, and what to do. */
  children: ComponentChildren;
  actions?: ComponentChildren;
  /** Finds the failure in the log. */
  reference?: string | undefined;
}

/** A whole page that says what went wrong, calmly. */
export const ErrorState = ({ code, icon = "circle-alert", title, children, actions, reference }: ErrorStateProps) => {
  const words = useWords();
  return (
    <section class="error-state">
      <span class="empty-icon">
        <Icon name={icon} size={24} />
      </span>
      {code && <p class="error-code">{code}</p>}
      <h1>{title}</h1>
      <div class="error-words">{children}</div>
      {actions && <div class="error-actions">{actions}</div>}
      {reference && (
        <p class="small muted">
          {words.reference}: <code>{reference}</code>
        </p>
      )}
    </section>
  );
};
