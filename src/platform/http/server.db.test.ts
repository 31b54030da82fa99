import { Readable } from "node:stream";
import { h } from "preact";
import { describe, expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import { testContext } from "../../../test/support/context.ts";
import { freshDb } from "../../../test/support/db.ts";
import { action } from "../act.ts";
import type { Actor } from "../actor.ts";
import { Conflict } from "../errors.ts";
import { createLog } from "../log.ts";
import { words } from "../input.ts";
import { administrators, anyone, signedIn } from "./access.ts";
import { formOf } from "./form.ts";
import { findHeldForm, listFilesOfHeldForms, notKeptIn } from "./held-forms.ts";
import { get, page, post, redirect, upload, type Ask, type Route } from "./route.ts";
import { createHttp } from "./server.ts";
import { submit } from "./submit.ts";
import type { Surface } from "./surface.ts";

const visitor: Actor = { kind: "visitor", locale: "de", timeZone: "UTC" };
const cy: Actor = {
  kind: "customer",
  personId: 1,
  name: "Cy",
  email: "cy@acme.test",
  locale: "en",
  timeZone: "UTC",
  organisationIds: [],
  managedOrganisationIds: [],
};

const say = action({
  name: "test.say",
  description: "Says it back, unless it is taken.",
  input: z.object({ text: words(10) }),
  run: (_tx, _actor, { text }) => (text === "taken" ? Promise.reject(new Conflict()) : Promise.resolve({ said: text })),
});

const routes: readonly Route[] = [
  get("/open", anyone, () => page("Open", "hello")),
  get("/inside", signedIn, () => page("Inside", "hello")),
  get("/admin", administrators, () => page("Admin", "hello")),
  get("/broken", anyone, () => Promise.reject(new Error("secret detail of table people"))),
  get("/away", anyone, () => Promise.reject(Object.assign(new Error("connect"), { code: "ECONNREFUSED" }))),
  post("/say", signedIn, (ask) =>
    submit(ask, {
      action: say,
      input: ask.form.values(),
      done: ({ said }) => redirect(`/said/${said}`),
      again: ({ values, errors, problem }) => page("Again", JSON.stringify({ values, errors, problem })),
    }),
  ),
  upload("/files", anyone, 100, (ask) =>
    page("Files", JSON.stringify({ files: ask.form.files, refused: Object.keys(ask.form.refusedFiles) })),
  ),
  get("/download", anyone, () => ({
    kind: "file",
    content: Readable.from(["x"]),
    type: "text/html",
    name: 'Rechnung "Ä".html',
    inline: false,
  })),
];

const start = async (actor: Actor, more: readonly Route[] = [], lines: string[] = []) => {
  const log = createLog({ level: "debug", format: "json", write: (line) => void lines.push(line) });
  const context = { ...(await testContext(await freshDb())), log };
  const surface: Surface = {
    name: "test",
    guard: anyone,
    routes: [...routes, ...more],
    frame: (_ask, { title, body }) => h("html", null, h("title", null, title), h("body", null, body)),
    problem: (ask, { status, phrase, kept }) =>
      page("Problem", `${phrase.say(ask.actor.locale)} ${JSON.stringify(kept?.values() ?? {})}`, { status }),
  };
  const app = await createHttp({
    context,
    surfaces: [surface],
    actorOf: () => Promise.resolve(actor),
    visitorOf: () => visitor,
    isReady: () => Promise.resolve(false),
    assetsFolder: import.meta.dirname,
  });
  onTestFinished(() => app.close());
  return { app, context };
};

const form = (fields: Record<string, string>, headers: Record<string, string> = {}) => ({
  method: "POST" as const,
  payload: new URLSearchParams(fields).toString(),
  headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
});

describe("the server", () => {
  it("does not start with a route that declares no access", async () => {
    const { app } = await start(visitor);
    expect(() => app.get("/forgotten", () => "")).toThrow("declares no access");
  });

  it("does not start with two routes for one address", async () => {
    await expect(start(visitor, [get("/open", anyone, () => redirect("/"))])).rejects.toThrow("two routes");
  });

  it("sends visitors to the sign-in page and back again", async () => {
    const { app } = await start(visitor);
    const answer = await app.inject({ url: "/inside?a=1" });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe("/sign-in?next=%2Finside%3Fa%3D1");
  });

  it("keeps what a form sent when its session had ended", async () => {
    const { app, context } = await start(visitor);
    const answer = await app.inject({ url: "/say", ...form({ text: "ä long letter" }) });
    const next = new URL(String(answer.headers.location), "http://x").searchParams.get("next") ?? "";
    expect(next).toMatch(/^\/held\/[\w-]{32}$/);
    const held = await findHeldForm(context.db, next.slice("/held/".length));
    expect(held?.path).toBe("/say");
    expect(held?.form.text("text")).toBe("ä long letter");
  });

  it("refuses people without the role, in their language", async () => {
    const { app } = await start(cy);
    const answer = await app.inject({ url: "/admin" });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain("You may not do this.");
  });

  it("refuses forms from other websites", async () => {
    const { app } = await start(cy);
    const foreign = await app.inject({ url: "/say", ...form({ text: "hi" }, { "sec-fetch-site": "cross-site" }) });
    expect(foreign.statusCode).toBe(403);
    const old = await app.inject({ url: "/say", ...form({ text: "hi" }, { origin: "https://evil.test" }) });
    expect(old.statusCode).toBe(403);
    const own = await app.inject({ url: "/say", ...form({ text: "hi" }, { "sec-fetch-site": "same-origin" }) });
    expect(own.headers.location).toBe("/said/hi");
  });

  it("gives a refused form back with what was typed", async () => {
    const { app } = await start(cy);
    const invalid = await app.inject({ url: "/say", ...form({ text: "far too long a text" }) });
    expect(invalid.statusCode).toBe(422);
    expect(invalid.body).toContain("far too long a text");
    expect(invalid.body).toContain("Use at most 10 characters.");
    const conflict = await app.inject({ url: "/say", ...form({ text: "taken" }) });
    expect(conflict.statusCode).toBe(409);
    expect(conflict.body).toContain("Somebody changed this meanwhile");
  });

  it("never shows what broke", async () => {
    const { app } = await start(visitor);
    const answer = await app.inject({ url: "/broken" });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).toContain("Bei uns ist etwas schiefgegangen");
    expect(answer.body).not.toMatch(/secret detail|server\.db\.test/);
  });

  it("logs what broke, without what stands in addresses that sign people in", async () => {
    const lines: string[] = [];
    const broken = get("/links/:token", anyone, () => Promise.reject(new Error("it broke")));
    const { app } = await start(visitor, [broken], lines);
    await app.inject({ url: "/links/SgVkYp3s6v9yB-E_H-McQfTjWnZr4u7x?word=sesame" });
    await app.inject({ url: "/nowhere/SgVkYp3s6v9yB-E_H-McQfTjWnZr4u7x?word=sesame" });
    expect(lines.join("")).toContain("it broke");
    expect(lines.join("")).toContain("/links/[secret]");
    expect(lines.join("")).not.toMatch(/SgVkYp3s|sesame/);
  });

  it("says when the database is away, and when to come back", async () => {
    const { app } = await start(visitor);
    const answer = await app.inject({ url: "/away" });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["retry-after"]).toBe("5");
  });

  it("answers programs in JSON", async () => {
    const { app } = await start(visitor);
    const answer = await app.inject({ url: "/inside", headers: { accept: "application/json" } });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toEqual({
      error: { key: "platform.signInFirst", message: "Bitte melden Sie sich an, um fortzufahren." },
    });
  });

  it("hands a text back that is longer than any field takes, and says in words what is too large altogether", async () => {
    const { app } = await start(cy);
    const long = await app.inject({ url: "/say", ...form({ text: `begin ${"x".repeat(3_000_000)} end` }) });
    expect(long.statusCode).toBe(422);
    expect(long.body).toMatch(/begin x+ end/);
    const answer = await app.inject({ url: "/say", ...form({ text: "x".repeat(11_000_000) }) });
    expect(answer.statusCode).toBe(413);
    expect(answer.body).toContain("This is too large");
  });

  it("stores files, and refuses single ones that are too large without losing the others", async () => {
    const { app, context } = await start(cy);
    const body = new FormData();
    body.append("file", new Blob(["small"]), "klein.txt");
    body.append("big", new Blob(["x".repeat(101)]), "groß.txt");
    body.append("file", new Blob(["more"]), "mehr.txt");
    const request = new Request("http://x/", { method: "POST", body });
    const answer = await app.inject({
      method: "POST",
      url: "/files",
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    });
    const { files, refused } = JSON.parse(
      /<body>(.*)<\/body>/.exec(answer.body)?.[1]?.replaceAll("&quot;", '"') ?? "",
    ) as {
      files: { name: string; file: string }[];
      refused: string[];
    };
    expect(files.map(({ name }) => name)).toEqual(["klein.txt", "mehr.txt"]);
    expect(refused).toEqual(["big"]);
    expect(await context.files.has(files[0]?.file ?? "")).toBe(true);
  });

  const send = async (app: Awaited<ReturnType<typeof start>>["app"], body: FormData) => {
    const request = new Request("http://x/", { method: "POST", body });
    return app.inject({
      method: "POST",
      url: "/more-files",
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    });
  };

  it("takes twenty files and names every other one, with the text behind them", async () => {
    const told = (ask: Ask) =>
      page(
        "Told",
        `${ask.form.text("text")} ${ask.form.files.length} ${ask.form.refusedFiles["file"]?.say("en") ?? ""}`,
      );
    const { app } = await start(cy, [upload("/more-files", anyone, 100, told)]);
    const body = new FormData();
    body.append("file", new Blob(["x".repeat(3_000_000)]), "huge.mov");
    for (let each = 1; each <= 22; each++) body.append("file", new Blob([`${each}`]), `${each}.txt`);
    body.append("text", "behind");
    const { body: said } = await send(app, body);
    expect(said).toContain("behind 20 ");
    expect(said).toContain("at most 100 bytes each: “huge.mov”.");
    expect(said).toContain("at most 20 at once: “21.txt”, “22.txt”.");
    expect(said).toContain("These files were not attached.");
  });

  it("takes less from somebody who is not signed in, and tells him after signing in what did not arrive", async () => {
    const { app, context } = await start(visitor, [
      upload("/more-files", signedIn, 50_000_000, () => page("Files", "")),
    ]);
    const body = new FormData();
    body.append("file", new Blob([Buffer.alloc(11_000_000)]), "film.mov");
    body.append("file", new Blob(["small"]), "klein.txt");
    body.append("text", "Mein Text");
    const { headers } = await send(app, body);
    const next = new URL(headers.location ?? "", "http://x").searchParams.get("next") ?? "";
    const held = await findHeldForm(context.db, next.slice("/held/".length));
    expect(held?.form.text("text")).toBe("Mein Text");
    expect(held?.form.all("kept")).toHaveLength(1);
    expect(notKeptIn(held?.form ?? formOf({})).join()).toContain("„film.mov“");
    const [file] = await listFilesOfHeldForms(context.db, context.signer);
    expect(await context.files.has(file ?? "")).toBe(true);
  });

  it("gives files in a box: sandboxed, never sniffed, with their real name", async () => {
    const { app } = await start(visitor);
    const { headers } = await app.inject({ url: "/download" });
    expect(headers["content-security-policy"]).toContain("sandbox");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["content-disposition"]).toBe(
      `attachment; filename="Rechnung ___.html"; filename*=UTF-8''Rechnung%20%22%C3%84%22.html`,
    );
  });

  it("tells whether it lives, and apart from that whether it is ready", async () => {
    const { app } = await start(visitor);
    expect((await app.inject({ url: "/healthz" })).statusCode).toBe(200);
    expect((await app.inject({ url: "/readyz" })).statusCode).toBe(503);
  });

  it("takes what PostgreSQL cannot store out of every field, address and file name", async () => {
    const echo = (ask: Ask) =>
      page(
        "Echo",
        JSON.stringify([ask.form.text("text"), ask.query.get("q"), ask.params["id"], ask.form.files[0]?.name]),
      );
    const { app } = await start(cy, [get("/echo/:id", anyone, echo), upload("/echo/:id", anyone, 100, echo)]);
    const read = (body: string): unknown =>
      JSON.parse(/<body>(.*)<\/body>/.exec(body)?.[1]?.replaceAll("&quot;", '"') ?? "");
    const got = await app.inject({ url: "/echo/a%00b?q=c%00d" });
    expect(read(got.body)).toEqual(["", "cd", "ab", null]);
    const posted = await app.inject({ url: "/echo/1?q=", ...form({ text: "e\0f" }) });
    expect(read(posted.body)).toEqual(["ef", "", "1", null]);
    const body = new FormData();
    body.append("text", "g\0h");
    body.append("file", new Blob(["x"]), "i\0j.txt");
    const request = new Request("http://x/", { method: "POST", body });
    const uploaded = await app.inject({
      method: "POST",
      url: "/echo/1",
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { "content-type": request.headers.get("content-type") ?? "" },
    });
    expect(read(uploaded.body)).toEqual(["gh", null, "1", "ij.txt"]);
  });

  it("answers a broken upload and an unreadable address in words, not as a defect", async () => {
    const { app } = await start(cy);
    const broken = await app.inject({
      method: "POST",
      url: "/files",
      payload: "--x\r\nbroken",
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    expect(broken.statusCode).toBe(400);
    expect(broken.body).toContain("This cannot be read.");
    const address = await app.inject({ url: "/%E0%A4%A" });
    expect(address.statusCode).toBe(404);
    expect(address.body).toContain("Vielleicht stimmt die Adresse nicht");
  });

  it("answers unknown addresses with a page", async () => {
    const { app } = await start(visitor);
    const answer = await app.inject({ url: "/nowhere" });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain("Vielleicht stimmt die Adresse nicht");
  });
});

it("answers an address that is longer than any in words, in each language", async () => {
  const { app } = await start(visitor);
  const base = await app.listen({ port: 0, host: "127.0.0.1" });
  const answer = await fetch(`${base}/open?q=${"x".repeat(20_000)}`);
  expect(answer.status).toBe(431);
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const words = await answer.text();
  expect(words).toContain("The address of this page is too long.");
  expect(words).toContain("Die Adresse dieser Seite ist zu lang.");
});
