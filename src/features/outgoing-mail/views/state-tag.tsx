import { Tag, useUi, type IconName, type Tone } from "../../../ui/index.ts";
import type { MailState } from "../mail.ts";
import { words } from "../words.ts";

const looks: Record<MailState, { tone: Tone; icon: IconName }> = {
  queued: { tone: "info", icon: "clock" },
  sending: { tone: "info", icon: "send" },
  sent: { tone: "success", icon: "check" },
  kept: { tone: "neutral", icon: "inbox" },
  failed: { tone: "danger", icon: "octagon-alert" },
  cancelled: { tone: "muted", icon: "x" },
  bounced: { tone: "danger", icon: "undo-2" },
  withheld: { tone: "warning", icon: "circle-x" },
};

/** How far a mail is, as colour, icon and word. */
export const MailStateTag = ({ state, look }: { state: MailState; look?: "soft" | "plain" }) => {
  const { locale } = useUi();
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon} look={look}>
      {words[locale].states[state]}
    </Tag>
  );
};
