import { Button, Form, Select, useUi, type SelectProps } from "../../../../ui/index.ts";
import { queueQuery } from "../../queue-address.ts";
import { statusLook } from "../tags.tsx";
import { words } from "../../words.ts";
import { deskWords } from "../../words-desk.ts";
import { togetherWords } from "../../words-together.ts";
import { prioritiesDown } from "../tags.tsx";
import type { QueueView } from "./queue-view.ts";

const bulkStatuses = ["in_progress", "waiting", "on_hold", "resolved", "closed", "cancelled"] as const;

/** What can be done with all chosen tickets at once; shows as soon as one is ticked. */
export const BulkBar = ({ queue }: { queue: QueueView }) => {
  const { locale } = useUi();
  const w = deskWords[locale].bulk;
  return (
    <Form id="bulk" action="/desk/bulk" plain class="bulk-bar">
      <input type="hidden" name="once" value={queue.once} />
      <input type="hidden" name="list" value={queueQuery(queue.place, queue.views)} />
      <span class="bulk-words" role="status" data-ticked-words={w.ticked}>
        {w.chosen}
      </span>
      <Button size="sm" icon="hand" name="do" value="take" hotkey="t">
        {w.take}
      </Button>
      <Button size="sm" icon="git-merge" name="do" value="merge" hotkey="m">
        {togetherWords[locale].bulkMerge.button}
      </Button>
      <BulkChoice
        name="assignee"
        hotkey="a"
        label={w.assign}
        options={queue.around.agents.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <BulkChoice
        name="status"
        hotkey="s"
        label={w.status}
        options={bulkStatuses.map((status) => ({ value: status, label: words[locale].statuses[status] }))}
      />
      <BulkChoice
        name="priority"
        hotkey="p"
        label={w.priority}
        options={prioritiesDown.map((priority) => ({ value: priority, label: words[locale].priorities[priority] }))}
      />
      <Button kind="primary" size="sm" icon={statusLook("resolved", "agent").icon} hotkey="mod+enter">
        {w.apply}
      </Button>
    </Form>
  );
};

/** One of the things that can be set; what is left alone stays as it is in every ticket. */
const BulkChoice = (props: Pick<SelectProps, "name" | "label" | "options" | "hotkey">) => (
  <Select {...props} hideLabel mark={false} empty={props.label} width="sm" />
);
