import { presenceToTell, type Presence } from "./presence-state.ts";

/**
 * Tells the server who reads and who writes. An element with `data-presence-url` anywhere on the page names the place
 * that takes `state=reading|writing|left` as a plain form; keys in a `[data-presence-writing]` field count as writing.
 */
export const startPresence = (): void => {
  document.addEventListener("input", ({ target }) => {
    if (target instanceof Element && target.closest("[data-presence-writing]")) lastKey = performance.now();
    tell();
  });
  document.addEventListener("visibilitychange", tell);
  document.addEventListener("turbo:load", tell);
  addEventListener("pageshow", tell);
  addEventListener("pagehide", () => {
    leave();
  });
  setInterval(tell, 1_000);
  tell();
};

let place: string | undefined;
let said: Presence | undefined;
let lastPing: number | undefined;
let lastKey: number | undefined;

const currentPlace = (): string | undefined =>
  document.querySelector<HTMLElement>("[data-presence-url]")?.dataset["presenceUrl"];

const since = (moment: number | undefined): number | undefined =>
  moment === undefined ? undefined : performance.now() - moment;

const tell = (): void => {
  const here = currentPlace();
  if (here !== place) {
    leave();
    place = here;
    lastKey = undefined;
  }
  if (!place) return;
  const state = presenceToTell({
    visible: !document.hidden,
    sinceKey: since(lastKey),
    sincePing: since(lastPing),
    said,
  });
  if (state) send(place, state);
};

const leave = (): void => {
  if (place && said && said !== "left") send(place, "left");
  said = undefined;
};

// A beacon also arrives when the page is going away, and nobody waits for its answer.
const send = (url: string, state: Presence): void => {
  navigator.sendBeacon(url, new URLSearchParams({ state }));
  said = state;
  lastPing = performance.now();
};
