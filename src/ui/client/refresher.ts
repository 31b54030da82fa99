export interface RefresherParts {
  /** Nobody looks, or a visit or a form is under way: wait. */
  isBusy(): boolean;
  /** Fetches the page and morphs it in. Never rejects. */
  refresh(signal: AbortSignal): Promise<void>;
  /** Milliseconds, for measuring how long the server takes. */
  clock(): number;
}

export interface Refresher {
  /** Something changed: look again soon. Many calls make one refresh. */
  request(): void;
  /** Whatever made it busy is over. */
  resume(): void;
  /** A visit begins, which brings a fresh page anyway. */
  drop(): void;
}

const gather = 40;
const shortestPause = 300;

/**
 * Turns "something changed" into as few refreshes as possible: changes within 40 ms count as one, and between two
 * refreshes it waits three times as long as the last one took (at least 300 ms), so that a slow server is not pressed.
 */
export const createRefresher = ({ isBusy, refresh, clock }: RefresherParts): Refresher => {
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | undefined;
  let notBefore = 0;

  const plan = (): void => {
    if (timer !== undefined || running) return;
    timer = setTimeout(run, Math.max(gather, notBefore - clock()));
  };
  const run = (): void => {
    timer = undefined;
    if (!wanted || isBusy()) return;
    wanted = false;
    const mine = new AbortController();
    running = mine;
    const began = clock();
    void refresh(mine.signal).finally(() => {
      notBefore = clock() + Math.max(shortestPause, 3 * (clock() - began));
      if (running !== mine) return;
      running = undefined;
      if (wanted) plan();
    });
  };
  return {
    request() {
      wanted = true;
      plan();
    },
    resume() {
      if (wanted) plan();
    },
    drop() {
      wanted = false;
      clearTimeout(timer);
      timer = undefined;
      running?.abort();
      running = undefined;
    },
  };
};
