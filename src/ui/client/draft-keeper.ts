export interface Draft {
  text: string;
  /** The form's fields as they are sent. */
  body: string;
}

export interface DraftKeeperParts {
  /** Resolves to whether the server has it. Never rejects. */
  save(draft: Draft): Promise<boolean>;
  /** Keeps the text in the browser while the server does not have it; `undefined` forgets it. */
  keep(text: string | undefined): void;
  show(state: "saving" | "saved" | "failed"): void;
  /** The text the server has. */
  saved: string;
}

export interface DraftKeeper {
  /** Typed: save when typing pauses. */
  changed(draft: Draft): void;
  /** The page goes away: what is not saved must be sent now. Returns it. */
  takeUnsaved(): Draft | undefined;
  /** The form is being sent: a draft saved now would outlive it. */
  hold(): void;
  /** It arrived, and there is nothing to keep any more; or it did not, and all goes on. */
  release(arrived: boolean): void;
}

const pause = 600;
const retryAfter = 5_000;

/** Saves a draft 600 ms after the last key, one request at a time, and tries again every 5 s while it fails. */
export const createDraftKeeper = ({ save, keep, show, saved }: DraftKeeperParts): DraftKeeper => {
  let known = saved;
  let latest: Draft | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let saving = false;
  let held = false;

  const plan = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), delay);
  };
  const isOver = (): boolean => held || latest === undefined;
  const run = async (): Promise<void> => {
    if (saving || held || !latest || latest.text === known) return;
    const draft = latest;
    saving = true;
    show("saving");
    const ok = await save(draft);
    saving = false;
    if (isOver()) return;
    if (ok) known = draft.text;
    show(ok ? "saved" : "failed");
    if (ok && latest.text === known) keep(undefined);
    else plan(ok ? pause : retryAfter);
  };
  return {
    changed(draft) {
      latest = draft;
      keep(draft.text);
      plan(pause);
    },
    takeUnsaved: () => (!held && latest && latest.text !== known ? latest : undefined),
    hold() {
      held = true;
      clearTimeout(timer);
    },
    release(arrived) {
      held = false;
      if (!arrived) {
        plan(pause);
        return;
      }
      latest = undefined;
      keep(undefined);
    },
  };
};
