import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectNoAxeViolations, leave, newPerson, signInAs } from "../support/browser.ts";

// What the browser tests rely on has to be able to fail.

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1>${body}</main></body></html>`;

const pages: Record<string, string> = {
  "/good": page("<p>Nothing is wrong here.</p>"),
  "/no-alt": page('<img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'),
  "/pale": page('<p style="color: #ccc; background: #fff">Nobody can read this.</p>'),
  "/throws": page("<script>throw new Error('a defect of the page')</script>"),
  "/foreign": page('<img alt="" src="http://tracker.example.net/pixel.gif">'),
  "/script": page("<p id=sign>off</p><script>document.getElementById('sign').textContent = 'on'</script>"),
};

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const policy = request.url === "/script" ? "script-src 'none'" : "default-src * data: 'unsafe-inline'";
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", policy);
    response.end(pages[request.url ?? ""] ?? "");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test("axe lets a good page pass", async () => {
  const person = await newPerson({ url });
  await person.goto("/good");
  await expectNoAxeViolations(person);
});

test("axe says that it cannot look at a page without JavaScript", async () => {
  const person = await newPerson({ url, javaScript: false });
  await person.goto("/good");
  await expect(expectNoAxeViolations(person)).rejects.toThrow("needs JavaScript");
});

test.each(["/no-alt", "/pale"])("axe finds what is wrong with %s", async (path) => {
  const person = await newPerson({ url });
  await person.goto(path);
  await expect(expectNoAxeViolations(person)).rejects.toThrow(/image-alt|color-contrast/);
});

test.each([
  ["/throws", "a defect of the page"],
  ["/foreign", "tracker.example.net"],
  ["/script", "Content Security Policy"],
])("a test that meets %s fails", async (path, complaint) => {
  const person = await newPerson({ url });
  await person.goto(path);
  await expect(leave(undefined)).rejects.toThrow(complaint);
});

test("without JavaScript nothing of a page's own runs", async () => {
  const person = await newPerson({ url, javaScript: false });
  await person.goto("/script");
  expect(await person.locator("#sign").textContent()).toBe("off");
});

test("a person's browser has the language, zone and colours that were asked for", async () => {
  const person = await newPerson({ url, locale: "de", colorScheme: "dark", timeZone: "Pacific/Auckland" });
  await person.goto("/good");
  expect(
    await person.evaluate(() => ({
      language: navigator.language,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dark: matchMedia("(prefers-color-scheme: dark)").matches,
    })),
  ).toEqual({ language: "de-DE", zone: "Pacific/Auckland", dark: true });
});

test.each(["administrator", "moderator", "member", "customer", "colleague", "manager", "stranger"] as const)(
  "the demo's %s signs in",
  async (role) => {
    const person = await newPerson();
    await signInAs(person, role);
    await person.goto("/");
    expect(await person.locator("a[href='/sign-in']").count()).toBe(0);
  },
);
