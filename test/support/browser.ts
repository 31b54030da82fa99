import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type ConsoleMessage, type Page } from "playwright-core";
import { inject } from "vitest";
import { withoutScript } from "./axe.ts";
import { accountOf, type DemoRole } from "./demo.ts";

export { expectNoAxeViolations } from "./axe.ts";

const screenshots = join(import.meta.dirname, "../../.cache/screenshots");

interface PersonOptions {
  /** Which language the browser asks for. English when missing. */
  locale?: "de" | "en";
  javaScript?: boolean;
  colorScheme?: "light" | "dark";
  viewport?: { width: number; height: number };
  timeZone?: string;
  /** Another server than the one that all browser tests share. */
  url?: string;
}

let running: Promise<Browser> | undefined;
const contexts: BrowserContext[] = [];
const complaints: string[] = [];

/** The browser of this test file, started when it is first needed. */
export const openBrowser = (): Promise<Browser> =>
  (running ??= chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    ],
  }));

/** A page in a browser profile of its own: another person at another machine. Gone after the test. */
export const newPerson = async ({
  locale = "en",
  javaScript = true,
  colorScheme = "light",
  viewport = { width: 1280, height: 900 },
  timeZone = "Europe/Berlin",
  url = inject("server").url,
}: PersonOptions = {}): Promise<Page> => {
  const browser = await openBrowser();
  const context = await browser.newContext({
    baseURL: url,
    locale: locale === "de" ? "de-DE" : "en-GB",
    timezoneId: timeZone,
    javaScriptEnabled: javaScript,
    colorScheme,
    viewport,
    // A picture or a contrast taken in the middle of a fade is another each time.
    reducedMotion: "reduce",
  });
  contexts.push(context);
  if (!javaScript) withoutScript.add(context);
  context.setDefaultTimeout(15_000);
  context.on("page", watch);
  return context.newPage();
};

/** Signs in one of the demo's people by the form, as a person does. */
export const signInAs = async (page: Page, role: DemoRole, locale?: "de" | "en"): Promise<void> => {
  const { email, password } = accountOf(inject("server").demo, role, locale);
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form:has(input[name=password]) [type=submit]").first().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
};

/** The number that the demo gave the newest ticket in whose subject these words stand; for whoever is signed in. */
export const numberOfDemoTicket = async (page: Page, words: string): Promise<string> => {
  for (const list of ["/desk", "/requests"]) {
    await page.goto(`${list}?status=all&q=${encodeURIComponent(words)}`);
    const links = page.locator("main [data-row] a[href]", { hasText: words });
    if ((await links.count()) === 0) continue;
    const [number] = /\d{5,}/.exec((await links.first().getAttribute("href")) ?? "") ?? [];
    if (number !== undefined) return number;
  }
  throw new Error(`no ticket of the demo is about “${words}”`);
};

/** What no page may do, whatever a test looks at: throw, break the content policy, or call somebody else. */
const watch = (page: Page): void => {
  page.on("pageerror", (error) => complaints.push(`${page.url()} threw: ${error.stack ?? error.message}`));
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error" && message.text().includes("Content Security Policy"))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("request", (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (/^https?:|^wss?:/.test(protocol) && !["127.0.0.1", "localhost"].includes(hostname))
      complaints.push(`${page.url()} asked for ${request.url()}`);
  });
};

/** After each test: pictures if it failed, everybody goes home, and what the pages did wrong is told. */
export const leave = async (failedTest: string | undefined): Promise<void> => {
  if (failedTest !== undefined) await takePictures(failedTest);
  for (const context of contexts.splice(0)) await context.close();
  const wrong = complaints.splice(0);
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
};

const takePictures = async (name: string): Promise<void> => {
  await mkdir(screenshots, { recursive: true });
  const file = name.replaceAll(/[^\p{L}\d]+/gu, "-").slice(0, 100);
  const pages = contexts.flatMap((context) => context.pages());
  for (const [index, page] of pages.entries())
    await page.screenshot({ path: join(screenshots, `${file}-${index + 1}.png`), fullPage: true });
};

export const closeBrowser = async (): Promise<void> => {
  const browser = await running;
  running = undefined;
  await browser?.close();
};
