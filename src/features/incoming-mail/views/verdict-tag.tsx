import { Tag, useUi, type IconName, type Tone } from "../../../ui/index.ts";
import type { IncomingState } from "../mail.ts";
import { words } from "../words.ts";

const looks: Record<IncomingState, { tone: Tone; icon: IconName }> = {
  stored: { tone: "info", icon: "clock" },
  filed: { tone: "success", icon: "check" },
  ignored: { tone: "muted", icon: "minus" },
  failed: { tone: "danger", icon: "octagon-alert" },
};

/** What became of a message, as colour, icon and word. */
export const IncomingStateTag = ({ state, look }: { state: IncomingState; look?: "soft" | "plain" }) => (
  <Tag tone={looks[state].tone} icon={looks[state].icon} look={look}>
    {words[useUi().locale].states[state]}
  </Tag>
);
