import { formatTime, isLocale } from "../../platform/i18n/index.ts";
import { createDraftKeeper, type Draft, type DraftKeeper } from "./draft-keeper.ts";
import { memoryOf, readMemory, recall } from "./form-memory.ts";

/**
 * A `textarea[data-draft-url]` is saved as anything in its form is typed: the form's fields (files left out) are posted
 * there as a plain form; any 2xx answer means saved. Fails the server, all fields stay in this browser's session storage and come
 * back with the next page. `[data-draft-state]` in the form says how it stands.
 */
export const startDrafts = (): void => {
  document.addEventListener("input", ({ target }) => {
    for (const area of draftsBeside(target)) keeperOf(area).changed(draftOf(area));
  });
  document.addEventListener("turbo:submit-start", ({ target }) => {
    for (const area of draftsIn(target)) keepers.get(area)?.hold();
  });
  document.addEventListener("turbo:submit-end", (event) => {
    const arrived = event instanceof CustomEvent && (event.detail as { success?: boolean }).success === true;
    for (const area of draftsIn(event.target)) release(area, arrived);
  });
  document.addEventListener("turbo:load", restoreAll);
  document.addEventListener("turbo:before-visit", sendUnsaved);
  addEventListener("pagehide", sendUnsaved);
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) sendUnsaved();
  });
  restoreAll();
};

const keepers = new WeakMap<HTMLTextAreaElement, DraftKeeper>();

const isDraft = (target: unknown): target is HTMLTextAreaElement =>
  target instanceof HTMLTextAreaElement && target.dataset["draftUrl"] !== undefined;

/** Whose form the control belongs to. A mere choice, with nothing written yet, is not worth a draft. */
const draftsBeside = (control: EventTarget | null): HTMLTextAreaElement[] => {
  if (isDraft(control)) return [control];
  const isTyped = control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && !isChoice(control));
  const isChosen = control instanceof HTMLSelectElement || (control instanceof HTMLInputElement && isChoice(control));
  if (!isTyped && !isChosen) return [];
  return draftsIn(control.form).filter((area) => isTyped || area.value !== "");
};

const isChoice = ({ type }: HTMLInputElement): boolean => ["radio", "checkbox", "file"].includes(type);

const draftsIn = (root: EventTarget | null): HTMLTextAreaElement[] =>
  root instanceof Element || root instanceof Document
    ? [...root.querySelectorAll<HTMLTextAreaElement>("textarea[data-draft-url]")]
    : [];

const urlOf = (area: HTMLTextAreaElement): string => area.dataset["draftUrl"] ?? "";
const storageKey = (area: HTMLTextAreaElement): string => `draft:${urlOf(area)}`;

const draftOf = (area: HTMLTextAreaElement): Draft => {
  const fields = new URLSearchParams();
  if (area.form)
    for (const [name, value] of new FormData(area.form)) if (typeof value === "string") fields.append(name, value);
  // Kind and text together: a note must not come back as an answer.
  return { text: fields.toString(), body: fields.toString() };
};

const keeperOf = (area: HTMLTextAreaElement): DraftKeeper => {
  const known = keepers.get(area);
  if (known) return known;
  const made = createDraftKeeper({
    saved: "",
    save: ({ body }) => post(urlOf(area), body),
    keep: (text) => {
      if (text === undefined || !area.form) sessionStorage.removeItem(storageKey(area));
      else sessionStorage.setItem(storageKey(area), JSON.stringify(memoryOf(area.form)));
    },
    show: (state) => {
      showState(area, state);
    },
  });
  keepers.set(area, made);
  return made;
};

const form = { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" };

const post = async (url: string, body: string): Promise<boolean> => {
  try {
    const headers = { ...form, accept: "application/json" };
    return (await fetch(url, { method: "POST", headers, body, redirect: "error" })).ok;
  } catch {
    return false;
  }
};

const showState = (area: HTMLTextAreaElement, state: "saving" | "saved" | "failed" | "restored"): void => {
  const place = area.form?.querySelector<HTMLElement>("[data-draft-state]");
  if (!place) return;
  place.dataset["state"] = state;
  // Shown by the style sheet, so that listeners are not told the time again and again.
  if (state === "saved") place.dataset["at"] = timeNow();
  const words = place.dataset[state] ?? "";
  // Said again and again it would disturb those who listen to the page.
  if (state === "saving" && place.textContent !== "") return;
  if (place.textContent !== words) place.textContent = words;
};

const timeNow = (): string => {
  const { lang, dataset } = document.documentElement;
  return formatTime(new Date(), { locale: isLocale(lang) ? lang : "en", timeZone: dataset["timeZone"] ?? "UTC" });
};

const release = (area: HTMLTextAreaElement, arrived: boolean): void => {
  keepers.get(area)?.release(arrived);
  if (!arrived) return;
  sessionStorage.removeItem(storageKey(area));
  keepers.delete(area);
  const place = area.form?.querySelector<HTMLElement>("[data-draft-state]");
  if (place) place.textContent = "";
};

const sendUnsaved = (): void => {
  for (const area of draftsIn(document)) {
    const draft = keepers.get(area)?.takeUnsaved();
    if (draft) navigator.sendBeacon(urlOf(area), new Blob([draft.body], { type: form["content-type"] }));
  }
};

const restoreAll = (): void => {
  for (const area of draftsIn(document)) restore(area);
};

const restore = (area: HTMLTextAreaElement): void => {
  const kept = readMemory(sessionStorage.getItem(storageKey(area)) ?? "");
  if (!kept || !area.form || keepers.has(area)) return;
  if (!recall(area.form, kept)) {
    sessionStorage.removeItem(storageKey(area));
    return;
  }
  showState(area, "restored");
  keeperOf(area).changed(draftOf(area));
};
