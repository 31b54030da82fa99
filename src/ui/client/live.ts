import { morphBodyElements, visit } from "@hotwired/turbo";
import { retryDelay } from "./backoff.ts";
import { refreshParts } from "./live-parts.ts";
import { createRefresher } from "./refresher.ts";
import { renewRoot } from "./root.ts";
import { holdsUnsaved } from "./unsaved.ts";

/**
 * Keeps the page as the server would show it now. `<meta name="live" content="/live?topics=…">` names a stream of
 * server-sent events; each event `refresh` (or one without a name) says "look again", and the page is fetched through
 * its normal address and morphed in. Nothing that a person typed is touched (morph-guard.ts).
 */
export const startLive = (): void => {
  document.addEventListener("turbo:load", follow);
  document.addEventListener("turbo:submit-start", () => {
    formsUnderWay += 1;
  });
  document.addEventListener("turbo:submit-end", () => {
    formsUnderWay = Math.max(0, formsUnderWay - 1);
    refresher.resume();
  });
  document.addEventListener("turbo:visit", () => {
    visiting = true;
    refresher.drop();
  });
  document.addEventListener("turbo:load", () => {
    visiting = false;
  });
  document.addEventListener("visibilitychange", onVisibility);
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) comeBack();
  });
  addEventListener("online", comeBack);
  addEventListener("pagehide", close);
  follow();
};

let stream: EventSource | undefined;
let followed: string | undefined;
let attempt = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let sleep: ReturnType<typeof setTimeout> | undefined;
let formsUnderWay = 0;
let visiting = false;

const refresher = createRefresher({
  isBusy: () => document.hidden || visiting || formsUnderWay > 0,
  refresh: (signal) => refreshPage(signal),
  clock: () => performance.now(),
});

const wantedStream = (): string | undefined =>
  document.querySelector<HTMLMetaElement>("meta[name=live]")?.content || undefined;

/** Opens the stream that this page names, and leaves it alone if it is open already. */
const follow = (): void => {
  const wanted = wantedStream();
  if (wanted === followed && (stream ?? retry) !== undefined) return;
  close();
  followed = wanted;
  if (wanted) open(wanted, false);
};

const open = (url: string, again: boolean): void => {
  const opened = new EventSource(url);
  stream = opened;
  opened.addEventListener("open", () => {
    attempt = 0;
    // Nobody knows what was missed meanwhile.
    if (again) refresher.request();
  });
  opened.addEventListener("message", refresher.request);
  opened.addEventListener("refresh", ({ data }: MessageEvent<string>) => {
    if (!refreshParts(topicIn(data))) refresher.request();
  });
  opened.addEventListener("error", () => {
    if (stream !== opened) return;
    opened.close();
    stream = undefined;
    attempt += 1;
    retry = setTimeout(() => {
      retry = undefined;
      open(url, true);
    }, retryDelay(attempt));
  });
};

/** `{"topic":"ticket:17"}`; anything else means the whole page. */
const topicIn = (data: string): string => {
  try {
    return String((JSON.parse(data) as { topic?: unknown }).topic);
  } catch {
    return "";
  }
};

const close = (): void => {
  stream?.close();
  stream = undefined;
  clearTimeout(retry);
  retry = undefined;
};

// A browser opens only six connections to one address over HTTP/1.1: hidden tabs must not keep theirs.
const hiddenFor = 20_000;
const onVisibility = (): void => {
  clearTimeout(sleep);
  if (document.hidden) sleep = setTimeout(close, hiddenFor);
  else comeBack();
};

const comeBack = (): void => {
  if (document.hidden) return;
  refresher.resume();
  if (stream || !followed) return;
  close();
  open(followed, true);
};

/** Fetches this page again and morphs it in. Whatever goes wrong leaves the page as it is. */
const refreshPage = async (signal: AbortSignal): Promise<void> => {
  const address = location.href;
  const page = await fetchPage(address, signal);
  if (!page || signal.aborted || location.href !== address) return;
  if (fingerprint(page) !== fingerprint(document)) {
    // The program was updated. Words come first: without any, take the new one.
    if (!holdsUnsaved(document.body)) visit(address, { action: "replace" });
    return;
  }
  renewRoot(page);
  document.title = page.title;
  const live = document.querySelector<HTMLMetaElement>("meta[name=live]");
  const nextLive = page.querySelector<HTMLMetaElement>("meta[name=live]");
  if (live && nextLive) live.content = nextLive.content;
  morphBodyElements(document.body, page.body);
  follow();
};

const fetchPage = async (address: string, signal: AbortSignal): Promise<Document | undefined> => {
  try {
    const response = await fetch(address, { signal, headers: { accept: "text/html", "x-live": "refresh" } });
    const isPage = response.headers.get("content-type")?.startsWith("text/html") ?? false;
    // Redirected means signed out or moved: the person should meet that by his own next step, not see his page vanish.
    if (!response.ok || response.redirected || !isPage) return undefined;
    return new DOMParser().parseFromString(await response.text(), "text/html");
  } catch {
    // Offline or aborted; the stream's return asks again.
    return undefined;
  }
};

const fingerprint = (page: Document): string =>
  [...page.querySelectorAll("[data-turbo-track=reload]")]
    .map((element) => element.getAttribute("src") ?? element.getAttribute("href"))
    .join(" ");
