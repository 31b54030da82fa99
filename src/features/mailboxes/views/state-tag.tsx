import { Tag, useUi, type IconName, type Tone } from "../../../ui/index.ts";
import { stateOf, type Mailbox, type MailboxState } from "../mailbox.ts";
import { words } from "../words.ts";

const looks: Readonly<Record<MailboxState, { tone: Tone; icon: IconName }>> = {
  connected: { tone: "success", icon: "check" },
  waiting: { tone: "info", icon: "clock" },
  failing: { tone: "danger", icon: "octagon-alert" },
  paused: { tone: "muted", icon: "circle-x" },
};

export const MailboxTag = ({ mailbox }: { mailbox: Mailbox }) => {
  const state = stateOf(mailbox);
  return (
    <Tag tone={looks[state].tone} icon={looks[state].icon} look="plain" title={mailbox.error ?? undefined}>
      {words[useUi().locale].states[state]}
    </Tag>
  );
};
