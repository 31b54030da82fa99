import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startEmbedded, type Embedded } from "../../src/platform/db/embedded.ts";
import { accountOf, readDemo } from "../support/demo.ts";
import { freshFolder, startProgram } from "./program.ts";

/** A browser without script: it keeps cookies and sends forms. */
const browserAt = (url: string) => {
  const cookies = new Map<string, string>();
  const ask = async (path: string, fields?: Record<string, string>) => {
    const answer = await fetch(url + path, {
      redirect: "manual",
      headers: { cookie: [...cookies].map((pair) => pair.join("=")).join("; "), "accept-language": "de" },
      ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  };
  return { get: (path: string) => ask(path), post: ask };
};

const unescaped = (html: string): string =>
  html.replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&amp;", "&");

/** The fields of the form that a page offers for sending again. */
const keptFields = (body: string): Record<string, string> => {
  const form = /<form[^>]* id="kept"[\s\S]*?<\/form>/.exec(body)?.[0] ?? "";
  const inputs = form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, unescaped(value)]));
};

test("a database that goes away for ten seconds costs nobody a word", async () => {
  const folder = await freshFolder();
  let database: Embedded = await startEmbedded({ dataDir: folder, durable: false });
  onTestFinished(() => database.stop());
  const dataDir = await freshFolder();
  const socket = encodeURIComponent(join(folder, "cluster"));
  const program = startProgram(
    { TRESEN_DATA: dataDir, DATABASE_URL: `postgresql://tresen@localhost/tresen?host=${socket}` },
    ["--demo"],
  );
  const url = await program.ready();
  const { email, password } = accountOf(await readDemo(dataDir), "customer");
  const browser = browserAt(url);
  expect((await browser.post("/sign-in", { email, password })).status).toBe(303);

  await database.stop();
  const words = "Zeile eins „in Gänsefüßchen“\nund <zwei> & drei";
  const path = "/requests/new/service_request";
  const away = await browser.post(path, { subject: "Während der Wartung", text: words, once: "only-one-of-these" });
  expect(away.status).toBe(503);
  expect(away.headers.get("retry-after")).toBe("5");
  expect(away.body).toContain("Tresen erreicht gerade seine Datenbank nicht");
  expect(away.body).not.toMatch(/ENOENT|ECONNREFUSED|\.ts:|at async/);
  const kept = keptFields(away.body);
  expect(kept).toMatchObject({ subject: "Während der Wartung", once: "only-one-of-these" });
  expect(kept["text"]?.replaceAll("\r\n", "\n")).toBe(words);
  expect((await browser.get("/healthz")).status).toBe(200);
  expect((await browser.get("/readyz")).status).toBeGreaterThanOrEqual(500);

  await sleep(10_000);
  database = await startEmbedded({ dataDir: folder, durable: false });
  // Sent twice, as people do; it arrives once.
  const sent = [await browser.post(path, kept), await browser.post(path, kept)];
  expect(sent.map(({ status }) => status)).toEqual([303, 303]);
  expect(sent[0]?.headers.get("location")).toBe(sent[1]?.headers.get("location"));
  const list = await browser.get("/requests");
  expect(list.body.match(/Während der Wartung/g)?.length).toBe(1);
  expect((await browser.get("/readyz")).status).toBe(200);
});
