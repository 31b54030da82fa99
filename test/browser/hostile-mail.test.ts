import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import type { Page } from "playwright-core";
import { sanitiseHtml } from "../../src/platform/html/safe-html.ts";
import { newPerson, signInAs } from "../support/browser.ts";
import { accountOf } from "../support/demo.ts";
import { hostileHtml } from "../support/hostile-html.ts";
import { openPictureServer, type PictureRequest } from "../support/picture-server.ts";
import { sendMail } from "../support/smtp.ts";

// Once alone, in a page that forbids nothing, so that only the sanitiser stands between the mail and the reader; and once
// through the real desk. Both tests fail when something was asked for elsewhere, by what every page here is watched for.

const kinds = Object.keys(hostileHtml);
const everything = Object.values(hostileHtml).join("\n<p>between</p>\n");

const redDot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==",
  "base64",
);

let server: Server;
let url: string;
const asked: string[] = [];

const page = (html: string) =>
  `<!doctype html><html lang="en"><head><title>A mail</title></head><body><p id="outside">outside</p><main id="frame" style="width:600px;overflow:auto;position:relative">${html}</main></body></html>`;

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const raw = new URL(path, "http://x").searchParams.get("kind") ?? "";
    const html = raw === "everything" ? everything : (hostileHtml[raw] ?? "");
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page(path.startsWith("/unsafe") ? html : (sanitiseHtml(html) ?? "")));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** What a mail has done to the page that it stands in. */
const traces = (page: Page) =>
  page.evaluate(() => {
    const frame = document.querySelector("#frame")!;
    const shown = frame.getBoundingClientRect();
    const all = [...frame.querySelectorAll("*")];
    return {
      ran: (globalThis as { ran?: unknown }).ran,
      address: location.pathname,
      outside: [...document.body.children].map((each) => each.id),
      visible: getComputedStyle(document.querySelector("#outside")!).display,
      forbidden: all
        .filter(
          (each) =>
            !/^(P|BR|DIV|SPAN|B|STRONG|I|EM|U|S|DEL|INS|SUB|SUP|SMALL|MARK|BLOCKQUOTE|PRE|CODE|HR|UL|OL|LI|DL|DT|DD|TABLE|CAPTION|THEAD|TBODY|TFOOT|TR|TH|TD|A|IMG)$/.test(
              each.tagName,
            ),
        )
        .map(({ tagName }) => tagName),
      attributes: [...new Set(all.flatMap((each) => each.getAttributeNames()))].toSorted(),
      classes: [...new Set(all.flatMap((each) => [...each.classList]))].filter((name) => !name.startsWith("said-")),
      left: all.filter((each) => getComputedStyle(each).position !== "static").length,
      above: all.filter((each) => {
        const { top, left } = each.getBoundingClientRect();
        return top < shown.top - 1 || left < shown.left - 1;
      }).length,
      width: document.documentElement.scrollWidth,
    };
  });

const harmless = {
  ran: undefined,
  address: "/safe",
  outside: ["outside", "frame"],
  visible: "block",
  forbidden: [],
  classes: [],
  left: 0,
  above: 0,
};

test.each([...kinds, "everything"])("nothing comes of %s", async (kind) => {
  const person = await newPerson({ url });
  asked.length = 0;
  await person.goto(`/safe?kind=${encodeURIComponent(kind)}`);
  await person.waitForTimeout(150);
  for (const link of await person.locator("#frame a[href]").all())
    expect(await link.getAttribute("href")).toMatch(/^(https?:\/\/|mailto:|tel:)/);
  const found = await traces(person);
  expect(found).toMatchObject(harmless);
  expect(found.width).toBeLessThanOrEqual(1280);
  for (const name of found.attributes)
    expect([
      "alt",
      "class",
      "colspan",
      "data-remote-src",
      "height",
      "href",
      "rel",
      "rowspan",
      "scope",
      "src",
      "start",
      "target",
      "width",
    ]).toContain(name);
  expect(asked.filter((path) => !path.startsWith("/favicon"))).toHaveLength(1);
});

test("what is tried here does something where nobody prevents it", async () => {
  const person = await newPerson({ url });
  await person.route(/evil\.example/, (route) => route.abort());
  await person.goto("/unsafe?kind=handlers%20of%20events");
  await person.waitForFunction(() => (globalThis as { ran?: unknown }).ran === 1);
  await person.goto(`/unsafe?kind=${encodeURIComponent("a layer over the page")}`);
  expect((await traces(person)).left).toBeGreaterThan(0);
});

test("a link says where it leads when its words name another place", () => {
  const shown = (html: string) => sanitiseHtml(html)?.replace(/<[^>]+>/g, "");
  expect(shown('<a href="https://evil.example/x">https://bank.example/login</a>')).toBe(
    "https://bank.example/login (evil.example)",
  );
  expect(shown('<a href="https://evil.example/x">www.<b>bank</b>.example</a>')).toBe("www.bank.example (evil.example)");
  expect(shown('<a href="https://bank.example.evil.example/">bank.example</a>')).toBe(
    "bank.example (bank.example.evil.example)",
  );
  expect(shown('<a href="https://www.bank.example/a">bank.example</a>')).toBe("bank.example");
  expect(shown('<a href="https://shop.bank.example/a">Bank.example</a>')).toBe("Bank.example");
  expect(shown('<a href="https://a.example/">our offer</a>')).toBe("our offer");
});

test("an agent reads such a mail at the desk, and nothing runs, loads or leaves its place", async () => {
  const subject = `Feindselige Mail ${Date.now()}`;
  await sendMail(inject("server").smtpInPort, {
    from: "Eve Fremd <eve@woanders.example>",
    to: "support@nordlicht.example",
    subject,
    text: "Guten Tag, bitte ansehen.",
    html: `<p>Anfang der Mail</p>${everything}`,
  });
  const agent = await newPerson();
  await signInAs(agent, "member");
  await expect
    .poll(
      async () => {
        await agent.goto("/desk");
        return agent.getByText(subject).count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0);
  const link = agent.locator("a[href*='/desk/tickets/']", { hasText: subject }).first();
  await agent.goto((await link.getAttribute("href")) ?? "");
  await agent.getByText("Anfang der Mail").first().waitFor();
  await agent.waitForTimeout(300);
  const found = await agent.evaluate(() => {
    const words = [...document.querySelectorAll(".prose-text")].find((each) =>
      each.textContent.includes("Anfang der Mail"),
    )!;
    const shown = words.getBoundingClientRect();
    const all = [...words.querySelectorAll("*")];
    return {
      ran: (globalThis as { ran?: unknown }).ran,
      fields: words.querySelectorAll("form, input, button, iframe, object, script, style, svg, math").length,
      moved: all.filter((each) => /fixed|absolute|sticky/.test(getComputedStyle(each).position)).length,
      above: all.filter((each) => each.getBoundingClientRect().top < shown.top - 1).length,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    };
  });
  expect(found).toEqual({ ran: undefined, fields: 0, moved: 0, above: 0, wide: 0 });
});

/** Everything hostile, at a server that is there, with a picture, one that nobody sees, and one that came along. */
const sendPictures = async (at: string, from: string): Promise<string> => {
  const subject = `Bilder ${at} ${Date.now()}`;
  await sendMail(inject("server").smtpInPort, {
    from,
    to: "support@nordlicht.example",
    subject,
    text: "Guten Tag, bitte ansehen.",
    html: `<p>Anfang der Mail</p><img src="${at}/plan.png" alt="Plan"><img src="${at}/seen.gif" width="1" height="1"><img src="cid:own" alt="Eigenes">${everything.replaceAll("https://evil.example", at)}`,
    attachments: [{ filename: "own.png", content: redDot, cid: "own" }],
  });
  return subject;
};

/** Opens the page of a ticket by its subject, once it is there. */
const openBySubject = async (person: Page, { list, subject }: { list: string; subject: string }): Promise<void> => {
  const link = person.locator("a[href*='/tickets/'], a[href*='/requests/']", { hasText: subject }).first();
  await expect
    .poll(
      async () => {
        await person.goto(list);
        return link.count();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0);
  await person.goto((await link.getAttribute("href")) ?? "");
  await person.getByText("Anfang der Mail").first().waitFor();
  await person.waitForTimeout(300);
};

/** What was asked of the server with the pictures: nothing but these, by nobody in particular. */
const expectPicturesOnly = (asked: readonly PictureRequest[]): void => {
  expect(asked.map(({ path }) => path)).toContain("/plan.png");
  expect(asked.map(({ path }) => path)).not.toContain("/seen.gif");
  for (const { method, destination, referrer, cookie } of asked)
    expect({ method, destination, referrer, cookie }).toEqual({
      method: "GET",
      destination: "image",
      referrer: undefined,
      cookie: undefined,
    });
};

test("pictures from elsewhere are fetched for an agent who asks, and nothing but pictures", async () => {
  const pictures = await openPictureServer();
  const subject = await sendPictures(pictures.url, "Eve Fremd <eve@woanders.example>");
  const agent = await newPerson();
  await signInAs(agent, "member");
  await openBySubject(agent, { list: "/desk", subject });
  expect(pictures.asked).toEqual([]);
  await agent.locator(".remote-pictures a").click();
  const frame = agent.frameLocator("iframe.picture-frame");
  await frame.getByText("Anfang der Mail").waitFor();
  await expect.poll(() => pictures.asked.length).toBeGreaterThan(0);
  await agent.waitForTimeout(500);
  expectPicturesOnly(pictures.asked);
  expect(await frame.getByAltText("Eigenes").evaluate((each) => (each as HTMLImageElement).naturalWidth)).toBe(1);
  expect(await agent.evaluate(() => (globalThis as { ran?: unknown }).ran)).toBeUndefined();
  expect(
    await frame.locator("form, input, script, object, iframe, svg, video, audio, link, meta[http-equiv]").count(),
  ).toBe(0);
  // Nobody else is led to them by the address.
  const other = await newPerson();
  await signInAs(other, "moderator");
  const before = pictures.asked.length;
  await other.goto(agent.url());
  await other.locator(".remote-pictures a").waitFor();
  await other.waitForTimeout(300);
  expect(pictures.asked).toHaveLength(before);
  await agent.locator(".remote-pictures a").click();
  await agent.locator(".prose-text").getByText("Anfang der Mail").waitFor();
});

test("a customer without JavaScript reads a mail of his own, and its pictures when he asks", async () => {
  const pictures = await openPictureServer();
  const { email } = accountOf(inject("server").demo, "customer");
  const subject = await sendPictures(pictures.url, email);
  const customer = await newPerson({ javaScript: false });
  await signInAs(customer, "customer");
  await openBySubject(customer, { list: "/requests", subject });
  expect(pictures.asked).toEqual([]);
  await customer.locator(".remote-pictures a").click();
  await expect.poll(() => pictures.asked.length).toBeGreaterThan(0);
  await customer.waitForTimeout(500);
  expectPicturesOnly(pictures.asked);
});
