import { Icon, Tag, useUi, type IconName, type Tone } from "../../../ui/index.ts";
import { priorities, type Channel, type Priority, type Status, type StatusName } from "../rules/ticket.ts";
import { words } from "../words.ts";

/** How a ticket's facts look wherever they stand: always colour, icon and word together. */

/** Who reads: the same status asks something of the one and nothing of the other. */
export type Audience = "agent" | "customer";

interface Look {
  tone: Tone;
  icon: IconName;
}

const statusLooks: Readonly<Record<Status, Look>> = {
  draft: { tone: "muted", icon: "circle-dashed" },
  open: { tone: "info", icon: "circle" },
  assigned: { tone: "info", icon: "user-check" },
  in_progress: { tone: "info", icon: "circle-dot" },
  waiting: { tone: "neutral", icon: "hourglass" },
  on_hold: { tone: "neutral", icon: "circle-pause" },
  resolved: { tone: "success", icon: "circle-check" },
  closed: { tone: "muted", icon: "check-check" },
  cancelled: { tone: "muted", icon: "circle-x" },
};

export const statusLook = (status: Status, audience: Audience): Look =>
  status === "waiting" && audience === "customer" ? { tone: "warning", icon: "reply" } : statusLooks[status];

interface StatusTagProps {
  /** As `statusName` or `customerStatusName` gives it. */
  name: StatusName;
  audience: Audience;
  look?: "soft" | "plain" | undefined;
}

export const StatusTag = ({ name, audience, look }: StatusTagProps) => {
  const { locale } = useUi();
  return (
    <Tag {...statusLook(name.status, audience)} look={look}>
      {name[locale]}
    </Tag>
  );
};

export const priorityLooks: Readonly<Record<Priority, Look>> = {
  low: { tone: "muted", icon: "arrow-down" },
  medium: { tone: "neutral", icon: "minus" },
  high: { tone: "warning", icon: "arrow-up" },
  blocker: { tone: "danger", icon: "octagon-alert" },
};

export const PriorityTag = ({ priority, look }: { priority: Priority; look?: "soft" | "plain" | undefined }) => {
  const w = words[useUi().locale];
  return (
    <Tag {...priorityLooks[priority]} look={look}>
      {w.priorities[priority]}
    </Tag>
  );
};

/** Strongest first, as lists and choices show them. */
export const prioritiesDown: readonly Priority[] = priorities.toReversed();

export const channelIcons: Readonly<Record<Channel, IconName>> = {
  portal: "globe",
  mail: "mail",
  telephone: "phone",
  widget: "puzzle",
  code: "qr-code",
  api: "server",
};

/** Icon alone, the word for screen readers and on hover; or with the word beside it. */
export const ChannelMark = ({ channel, worded }: { channel: Channel; worded?: boolean | undefined }) => {
  const label = words[useUi().locale].channels[channel];
  return worded ? (
    <Tag look="plain" tone="muted" icon={channelIcons[channel]}>
      {label}
    </Tag>
  ) : (
    <span title={label}>
      <Icon name={channelIcons[channel]} size={14} label={label} />
    </span>
  );
};
