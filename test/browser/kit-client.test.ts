import type { Page } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newPerson } from "../support/browser.ts";
import { startLab, type Lab } from "../support/kit-lab.tsx";

let lab: Lab;
let page: Page;
beforeEach(async () => {
  lab = await startLab();
  page = await newPerson({ url: lab.url });
  await page.goto("/");
  await until(() => lab.streams() === 1);
});
afterEach(() => {
  lab.stop();
});

const until = (condition: () => boolean): Promise<void> =>
  expect.poll(condition, { interval: 20, timeout: 10_000 }).toBe(true);
const answer = () => page.locator("#composer-body");
const state = () => page.locator("[data-draft-state]");
const drafts = () => lab.posts.filter(({ path }) => path === "/draft").map(({ fields }) => fields);
const postsTo = (wanted: string) => lab.posts.filter(({ path }) => path === wanted).length;
const focused = () => page.evaluate(() => document.activeElement?.id);
const filesChosen = () => page.locator("#ask-files").evaluate((input: HTMLInputElement) => input.files?.length);

/** Somebody else writes; resolves when this page shows it. */
const somebodyWrites = async (words: string): Promise<void> => {
  lab.state.messages.push(words);
  lab.notify();
  await page.locator(".letter", { hasText: words }).waitFor();
};

const fillAsk = async (subject: string): Promise<void> => {
  await page.fill("#ask-subject", subject);
  await page.selectOption("#ask-product", "b");
  await page.check("#ask-urgent");
  await page.setInputFiles("#ask-files", { name: "log.txt", mimeType: "text/plain", buffer: Buffer.from("log") });
};

describe("a page that stays true", () => {
  it("shows within a second what somebody else wrote, and takes nothing from who is typing", async () => {
    await answer().click();
    await page.keyboard.type("Hello wor");
    const began = Date.now();
    await somebodyWrites("Two");
    expect(Date.now() - began).toBeLessThan(1_000);
    await page.keyboard.type("ld");
    expect(await answer().inputValue()).toBe("Hello world");
    expect(await focused()).toBe("composer-body");
    expect(await page.title()).toBe("Lab 2");
  });

  it("leaves open what was opened, chosen what was chosen, and the retry key with its words", async () => {
    await page.click("#more summary");
    await page.check("#composer-kind-note", { force: true });
    await fillAsk("Foo");
    const key = await page.inputValue("#ask [name=once]");
    await somebodyWrites("Two");
    expect(await page.locator("#more p").textContent()).toBe("2");
    expect(await page.locator("#more").getAttribute("open")).not.toBeNull();
    expect(await page.isChecked("#composer-kind-note")).toBe(true);
    expect([await page.inputValue("#ask-subject"), await page.inputValue("#ask-product")]).toEqual(["Foo", "b"]);
    expect(await filesChosen()).toBe(1);
    expect(await page.inputValue("#ask [name=once]")).toBe(key);
  });

  it("keeps an answer while another form of the page is sent", async () => {
    await answer().fill("Half an answer");
    await page.click("#own button");
    await page.locator("#owner", { hasText: "Ann" }).waitFor();
    expect(await answer().inputValue()).toBe("Half an answer");
  });

  it("keeps words whose form the server no longer offers", async () => {
    await answer().fill("Not finished");
    lab.state.isClosed = true;
    await somebodyWrites("Closed");
    expect(await answer().inputValue()).toBe("Not finished");
  });

  it("does not break off a form that is being sent", async () => {
    await page.click("#slow button");
    await until(() => postsTo("/slow") === 1);
    lab.state.messages.push("Meanwhile");
    lab.notify();
    await page.locator(".letter", { hasText: "Meanwhile" }).waitFor();
    expect(postsTo("/slow")).toBe(1);
    expect(await page.locator("#slow button[aria-disabled]").count()).toBe(0);
  });

  it("stands while the server is away and catches up when it is back", async () => {
    lab.state.isDown = true;
    lab.state.messages.push("Missed");
    lab.notify();
    lab.dropStreams();
    await until(() => lab.streams() === 0);
    expect(await answer().count()).toBe(1);
    lab.state.isDown = false;
    await page.locator(".letter", { hasText: "Missed" }).waitFor();
    expect(lab.streams()).toBe(1);
  });
});

describe("a form", () => {
  it("comes back refused with everything in it, the summary focused, and survives refreshes", async () => {
    await fillAsk("Foo");
    await page.click("#ask .btn");
    await page.locator("#ask .error-summary:focus").waitFor();
    expect(await page.getAttribute("#ask-subject", "aria-invalid")).toBe("true");
    await somebodyWrites("Two");
    expect(await page.inputValue("#ask-subject")).toBe("Foo");
    expect(await page.locator("#ask .error-summary").count()).toBe(1);
    expect(await filesChosen()).toBe(1);
  });

  it("is empty again once it has arrived", async () => {
    await fillAsk("Foo");
    await page.click("#ask .btn");
    await page.locator("#ask .error-summary").waitFor();
    await page.fill("#ask-subject", "Long enough");
    await page.click("#ask .btn");
    await page.locator(".flash", { hasText: "Asked." }).waitFor();
    expect(await page.inputValue("#ask-subject")).toBe("");
    expect(await page.inputValue("#ask-product")).toBe("a");
    expect(await page.isChecked("#ask-urgent")).toBe(false);
    expect([await filesChosen(), await page.locator(".file-chip").count()]).toEqual([0, 0]);
  });

  it("is sent once, however often it is pressed", async () => {
    await page.locator("#slow").evaluate((form: HTMLFormElement) => {
      form.requestSubmit();
      form.requestSubmit();
      form.querySelector("button")?.click();
    });
    await until(() => postsTo("/slow") === 1);
    await page.locator("#slow:not([data-submitting])").waitFor();
    expect(postsTo("/slow")).toBe(1);
  });

  it("stays as it is when the server is away, and can be sent again", async () => {
    await page.fill("#ask-subject", "Important");
    lab.state.isDown = true;
    await page.click("#ask .btn");
    await page.locator("#flashes .flash.tone-danger").waitFor();
    expect(await page.inputValue("#ask-subject")).toBe("Important");
    lab.state.isDown = false;
    await page.click("#ask .btn");
    await page.locator(".flash", { hasText: "Asked." }).waitFor();
  });

  it("leaves a message that survives refreshes, counts down and goes", async () => {
    await page.fill("#ask-subject", "Long enough");
    await page.click("#ask .btn");
    const flash = page.locator(".flash", { hasText: "Asked." });
    await flash.waitFor();
    await somebodyWrites("Two");
    // Fetched again the count stands empty until the next quarter of a second.
    await expect.poll(() => page.locator("[data-flash-seconds]").textContent()).toMatch(/^[12]$/);
    await flash.waitFor({ state: "detached" });
  });
});

describe("a draft", () => {
  it("is saved as typed, with its kind, and says so", async () => {
    await answer().fill("Hello");
    await state().filter({ hasText: "Draft saved" }).waitFor();
    await page.check("#composer-kind-note", { force: true });
    await until(() => drafts().at(-1)?.["kind"] === "note");
    expect(drafts().at(-1)).toEqual({ kind: "note", body: "Hello" });
  });

  it("ends when it is sent, and does not come back", async () => {
    await answer().fill("Hello");
    await answer().press("Control+Enter");
    await page.locator(".letter", { hasText: "reply: Hello" }).waitFor();
    await expect.poll(() => answer().inputValue()).toBe("");
    const count = drafts().length;
    await page.waitForTimeout(1_000);
    expect(drafts()).toHaveLength(count);
    expect(lab.state.draft).toBe("");
    expect(await page.evaluate(() => Object.keys(sessionStorage))).not.toContain("draft:/draft");
  });

  it("survives a server that cannot save, and the next page", async () => {
    lab.state.draftsFail = true;
    await answer().fill("Without network");
    await state().filter({ hasText: "Not saved yet" }).waitFor();
    await page.goto("/other");
    await page.goto("/");
    await expect.poll(() => answer().inputValue()).toBe("Without network");
    lab.state.draftsFail = false;
    await until(() => lab.state.draft === "Without network");
  });

  it.each(["closing the page", "a Turbo visit"])("is sent on %s", async (way) => {
    await answer().fill("Quickly gone");
    if (way === "a Turbo visit") await page.click("text=Other");
    else await page.goto("about:blank");
    await until(() => lab.state.draft === "Quickly gone");
  });
});

describe("the keyboard", () => {
  it("goes places, searches, writes a note, walks rows and ticks them", async () => {
    await page.keyboard.press("/");
    await page.keyboard.type("gl");
    expect(await page.inputValue("input[type=search]")).toBe("gl");
    await page.locator("input[type=search]").blur();
    await page.keyboard.press("n");
    expect([await page.isChecked("#composer-kind-note"), await focused()]).toEqual([true, "composer-body"]);
    await answer().blur();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    expect(await page.isChecked("[data-row-check][value='2']")).toBe(true);
    await page.click("text=Other");
    await page.waitForURL("**/other");
    await page.keyboard.press("g");
    await page.keyboard.press("l");
    await page.waitForURL(`${lab.url}/`);
  });
});

describe("presence and root", () => {
  it("tells who reads, who writes and who left", async () => {
    await until(() => lab.presence.at(-1) === "reading");
    await answer().pressSequentially("H");
    await until(() => lab.presence.at(-1) === "writing");
    await page.click("text=Other");
    await until(() => lab.presence.at(-1) === "left");
  });

  it("takes the theme of the page it goes to", async () => {
    await page.click("text=Other");
    await page.waitForURL("**/other");
    expect(await page.getAttribute("html", "data-theme")).toBe("dark");
  });
});

describe("without script", () => {
  it("asks and answers by plain forms", async () => {
    const plain = await newPerson({ url: lab.url, javaScript: false });
    await plain.goto("/");
    await plain.fill("#composer-body", "By hand");
    await plain.click(".composer-send");
    await plain.locator(".letter", { hasText: "reply: By hand" }).waitFor();
    await plain.click("#ask .btn");
    expect(await plain.locator("#ask .error-summary a").textContent()).toBe("Too short.");
    expect(await plain.locator(".script-only").first().isVisible()).toBe(false);
  });
});
