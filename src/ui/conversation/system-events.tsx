import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { Time } from "../parts/time.tsx";

export interface SystemEvent {
  id: string;
  icon: IconName;
  /** Who did what, as one sentence. */
  words: ComponentChildren;
  at: Date;
  /** What can be done about it, e.g. a small form that takes it back. */
  action?: ComponentChildren;
}

export interface SystemEventsProps {
  /** Changes that followed each other without a message between them, oldest first. */
  items: readonly SystemEvent[];
  /** From how many on they are folded into one line. */
  foldFrom?: number | undefined;
}

const Line = ({ event }: { event: SystemEvent }) => (
  <>
    <span class="change-icon">
      <Icon name={event.icon} size={14} />
    </span>
    <span class="change-words">{event.words}</span>
    <Time at={event.at} />
    {event.action && <div class="change-action">{event.action}</div>}
  </>
);

/** What happened beside the talking: small, and folded when there is much of it. */
export const SystemEvents = ({ items, foldFrom = 3 }: SystemEventsProps) => {
  const words = useWords();
  const last = items.at(-1);
  if (!last) return null;
  if (items.length < foldFrom)
    return (
      <>
        {items.map((event) => (
          <li key={event.id} class="change" id={event.id}>
            <Line event={event} />
          </li>
        ))}
      </>
    );
  return (
    <li class="changes">
      <details id={`changes-${items[0]?.id ?? ""}`}>
        <summary class="change">
          <span class="change-icon">
            <Icon name="chevron-right" size={14} class="changes-arrow" />
          </span>
          <span class="change-words">{words.events(items.length)}</span>
          <Time at={last.at} />
        </summary>
        <ul>
          {items.map((event) => (
            <li key={event.id} class="change" id={event.id}>
              <Line event={event} />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
};
