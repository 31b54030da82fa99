import { Button, Dialog, Kbd, useUi } from "../../../../ui/index.ts";
import { deskWords } from "../../words-desk.ts";

const groups = {
  everywhere: [
    ["/", "search"],
    ["c", "create"],
    ["g i", "firstView"],
    ["g 2", "otherViews"],
    ["g t", "tasks"],
    ["?", "keys"],
  ],
  lists: [
    ["j", "down"],
    ["k", "up"],
    ["enter", "open"],
    ["x", "tick"],
    ["escape", "untick"],
    ["b", "board"],
    ["[", "previousPage"],
    ["]", "nextPage"],
  ],
  ticked: [
    ["t", "take"],
    ["m", "merge"],
    ["a", "assign"],
    ["s", "status"],
    ["p", "priority"],
    ["mod+enter", "apply"],
  ],
  ticket: [
    ["r", "reply"],
    ["n", "note"],
    ["mod+enter", "send"],
    ["t", "take"],
    ["a", "assign"],
    ["s", "status"],
    ["p", "priority"],
    ["e", "resolve"],
    ["l", "passOn"],
    ["w", "escalate"],
    ["m", "merge"],
    ["j", "nextTicket"],
    ["k", "previousTicket"],
    ["u", "back"],
    ["z", "undo"],
  ],
} as const;

/** Every key, shown by `?`. */
export const KeysDialog = ({ iconOnly }: { iconOnly?: boolean }) => {
  const { locale } = useUi();
  const w = deskWords[locale].keys;
  return (
    <>
      <span class="keys-opener">
        <Button kind="quiet" size="sm" icon="keyboard" opens="keys" hotkey="?" iconOnly={iconOnly}>
          {w.title}
        </Button>
      </span>
      <Dialog id="keys" title={w.title} width="lg">
        <div class="keys-groups">
          {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
            <section key={group}>
              <h3>{w.groups[group]}</h3>
              <dl class="keys-list">
                {groups[group].map(([keys, name]) => (
                  <div key={name}>
                    <dt>
                      <Kbd keys={keys} />
                      <span class="sr-only">{keys}</span>
                    </dt>
                    <dd>{w.names[name]}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Dialog>
    </>
  );
};
