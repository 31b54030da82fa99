import { formatDate, formatDateTime, formatExact, formatRelative } from "../../platform/i18n/index.ts";
import { useUi } from "../context.tsx";

export interface TimeProps {
  at: Date;
  /** `relative` ("5 minutes ago", kept fresh by the client), `date`, or `datetime`. The exact time is always in the tooltip. */
  look?: "relative" | "date" | "datetime" | undefined;
}

export const Time = ({ at, look = "relative" }: TimeProps) => {
  const ui = useUi();
  const text =
    look === "date"
      ? formatDate(at, ui)
      : look === "datetime"
        ? formatDateTime(at, ui)
        : formatRelative(at, ui.now, ui);
  return (
    <time datetime={at.toISOString()} title={formatExact(at, ui)} data-relative={look === "relative" ? "" : undefined}>
      {text}
    </time>
  );
};
