import { fetchPart } from "./fetch-part.ts";

/**
 * Parts of the page that follow a topic of their own and are small: `[data-live-topic="…"]` is filled again from
 * `data-live-src`, which answers with the same element. The rest of the page stays as it is, so this may happen often.
 */
export const refreshParts = (topic: string): boolean => {
  const parts = [...document.querySelectorAll<HTMLElement>("[data-live-topic]")].filter(
    (part) => part.dataset["liveTopic"] === topic,
  );
  for (const part of parts) void refresh(part);
  return parts.length > 0;
};

/** Parts that are being fetched; `true`: something changed meanwhile, so once more. */
const running = new WeakMap<Element, boolean>();

const refresh = async (part: HTMLElement): Promise<void> => {
  if (running.has(part)) {
    running.set(part, true);
    return;
  }
  running.set(part, false);
  const fresh = await fetchPart(part.id, part.dataset["liveSrc"] ?? "");
  // Telling listeners the same again would disturb them.
  if (fresh !== undefined && part.isConnected && part.innerHTML !== fresh) part.innerHTML = fresh;
  const again = running.get(part);
  running.delete(part);
  if (again === true) await refresh(part);
};
