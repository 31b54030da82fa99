import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import { toneIcon, type Tone } from "../parts/tone.ts";

export interface Undo {
  /** Where the undo button posts to. */
  action: string;
  /** For how long; counted down on screen. WCAG 2.2.1 asks for at least 10 unless the person can do it later too. */
  seconds: number;
  label?: string | undefined;
  fields?: Readonly<Record<string, string>> | undefined;
}

export interface FlashProps {
  id: string;
  children: ComponentChildren;
  tone?: Tone | undefined;
  undo?: Undo | undefined;
  /** Stays until closed. Errors always stay. */
  stays?: boolean | undefined;
}

/** What just happened, in one sentence. Leaves by itself (never while pointed at), and can take the action back. */
export const Flash = ({ id, children, tone = "success", undo, stays }: FlashProps) => {
  const words = useWords();
  const seconds = stays || tone === "danger" ? undefined : (undo?.seconds ?? 6);
  return (
    <div class={cx("flash", `tone-${tone}`)} id={id} data-flash={seconds} data-turbo-temporary>
      <Icon name={toneIcon[tone]} />
      <p class="flash-words">{children}</p>
      {undo && (
        <form action={undo.action} method="post">
          {Object.entries(undo.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="flash-undo" data-hotkey="z">
            <Icon name="undo-2" size={14} />
            {undo.label ?? words.undo}
            <span class="flash-seconds" data-flash-seconds aria-hidden="true" />
          </button>
        </form>
      )}
      <button type="button" class="flash-close script-only" data-flash-close title={words.close}>
        <Icon name="x" size={14} />
        <span class="sr-only">{words.close}</span>
      </button>
    </div>
  );
};

/** Where flashes stand; the layouts have one. Stream new ones to its id: `append` to `flashes`. */
export const Flashes = ({ children }: { children?: ComponentChildren }) => {
  const words = useWords();
  return (
    <>
      <div class="flashes" id="flashes" role="status">
        {children}
      </div>
      <template id="flash-away">
        <Flash id="flash-away-shown" tone="danger">
          {words.away}
        </Flash>
      </template>
      <template id="flash-too-large">
        <Flash id="flash-too-large-shown" tone="danger">
          {words.tooLarge}
        </Flash>
      </template>
    </>
  );
};
