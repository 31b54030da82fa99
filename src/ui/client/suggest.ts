import { fetchPart } from "./fetch-part.ts";

/**
 * What fits the words that somebody types in a field: `[data-suggest="<the field's id>"]` is filled again from
 * `data-suggest-src`, which gets the field under its name and answers with the same element.
 */
export const startSuggestions = (): void => {
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.id === "") return;
    for (const place of document.querySelectorAll<HTMLElement>("[data-suggest]"))
      if (place.dataset["suggest"] === target.id) later(place, target);
  });
};

/** Long enough that nobody is asked for each letter, short enough to be there before the next field. */
const pause = 300;
const shortest = 3;

const timers = new WeakMap<HTMLElement, ReturnType<typeof setTimeout>>();
const asking = new WeakMap<HTMLElement, AbortController>();

const later = (place: HTMLElement, field: HTMLInputElement): void => {
  clearTimeout(timers.get(place));
  asking.get(place)?.abort();
  timers.set(
    place,
    setTimeout(() => void fill(place, field), pause),
  );
};

const fill = async (place: HTMLElement, field: HTMLInputElement): Promise<void> => {
  const words = field.value.trim();
  if (words.length < shortest) {
    place.replaceChildren();
    return;
  }
  const asked = new AbortController();
  asking.set(place, asked);
  const address = `${place.dataset["suggestSrc"] ?? ""}?${new URLSearchParams({ [field.name]: words }).toString()}`;
  const fresh = await fetchPart(place.id, address, asked.signal);
  // Telling listeners the same again would disturb them.
  if (fresh === undefined || asked.signal.aborted || !place.isConnected || place.innerHTML === fresh) return;
  const isOpen = place.querySelector("details")?.open ?? false;
  place.innerHTML = fresh;
  const details = place.querySelector("details");
  if (details && isOpen) details.open = true;
};
