import { Tag, useUi, type IconName, type Tone } from "../../../ui/index.ts";
import { isStuck, type IncomingMail, type IncomingState } from "../mail.ts";
import { words } from "../words.ts";

const looks: Record<IncomingState, { tone: Tone; icon: IconName }> = {
  stored: { tone: "info", icon: "clock" },
  filed: { tone: "success", icon: "check" },
  ignored: { tone: "muted", icon: "minus" },
  failed: { tone: "danger", icon: "octagon-alert" },
};

/** What became of a message, as colour, icon and word. */
export const IncomingStateTag = ({
  mail,
  look,
}: {
  mail: Pick<IncomingMail, "state" | "receivedAt">;
  look?: "soft" | "plain";
}) => {
  const w = words[useUi().locale];
  const { tone, icon } = isStuck(mail) ? looks.failed : looks[mail.state];
  return (
    <Tag tone={tone} icon={icon} look={look}>
      {isStuck(mail) ? w.stuck : w.states[mail.state]}
    </Tag>
  );
};
