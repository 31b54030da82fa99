import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { startImapServer, type ImapServer } from "../../../test/support/imap-server.ts";
import { startMailDesk } from "../../../test/support/incoming.ts";
import { act } from "../../platform/act.ts";
import { addMailAddress } from "../mail-addresses/index.ts";
import { pauseMailbox } from "./actions/pause-mailbox.ts";
import { setMailbox } from "./actions/set-mailbox.ts";
import { followMailboxes } from "./fetching.ts";
import { openSecret, sealSecret, stateOf, type Secret } from "./mailbox.ts";
import { findMailbox } from "./store.ts";

const address = "verkauf@desk.example";
const letter = (number: number, head: string[] = []): string =>
  [
    ...head,
    `Message-ID: <${number}@acme.example>`,
    "From: Dora <dora@kunde.example>",
    `To: ${address}`,
    `Subject: Number ${number}`,
    "",
    `Hello ${number}`,
    "",
  ].join("\r\n");

const until = async (isSo: () => Promise<boolean>, patience = 10_000): Promise<void> => {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("it did not come to that");
    await sleep(25);
  }
};

/** A desk with a second address, whose mail lies at `server`. */
const start = async (server: ImapServer, secret: Partial<Secret>, oauth: Record<string, string> = {}) => {
  const desk = await startMailDesk();
  const { db, cipher } = desk.context;
  const { addressId } = await act(db, desk.cast.ada, addMailAddress, { address, teamId: desk.cast.secondLevel });
  const set = (changes: Record<string, unknown> = {}) =>
    act(db, desk.cast.ada, setMailbox, {
      addressId,
      host: "127.0.0.1",
      port: server.port,
      security: "none",
      username: "verkauf",
      signIn: "password",
      folder: "INBOX",
      sealedSecret: sealSecret(cipher, secret),
      ...oauth,
      ...changes,
    });
  await set();
  const follow = async () => {
    const stop = await followMailboxes(desk.context, { every: 50 });
    onTestFinished(stop);
    return stop;
  };
  const kept = () =>
    db.selectFrom("incoming_mails").select(["source", "envelope_from", "envelope_to", "raw"]).orderBy("id").execute();
  const mailbox = async () => (await findMailbox(db, addressId))!;
  return { ...desk, db, addressId, set, follow, kept, mailbox };
};

test("mail is fetched as it comes, byte for byte, and becomes a ticket of the address's team", async () => {
  const server = await startImapServer({ users: { verkauf: "geheim" } });
  const { follow, kept, mailbox, file, db, cast } = await start(server, { password: "geheim" });
  await follow();
  await until(async () => stateOf(await mailbox()) === "connected");
  const raw = letter(1, ["Return-Path: <dora@kunde.example>", "Delivered-To: verkauf@desk.example"]);
  server.deliver(raw);
  await until(async () => (await kept()).length === 1);
  const [mail] = await kept();
  expect(mail).toMatchObject({
    source: "imap verkauf@127.0.0.1",
    envelope_from: "dora@kunde.example",
    envelope_to: [address, address],
  });
  expect(mail?.raw.toString()).toBe(raw);
  await file();
  expect(await db.selectFrom("tickets").select("team_id").execute()).toEqual([{ team_id: cast.secondLevel }]);
  await until(async () => (await mailbox()).place?.lastUid === 1);
});

test("stopped and started again, nothing is fetched twice and nothing left out", async () => {
  const server = await startImapServer({ users: { verkauf: "geheim" } });
  const { follow, kept, mailbox } = await start(server, { password: "geheim" });
  server.deliver(letter(1));
  const stop = await follow();
  await until(async () => (await mailbox()).place !== undefined);
  await stop();
  server.deliver(letter(2));
  await follow();
  await until(async () => (await kept()).length === 2);
  await sleep(200);
  expect(await kept()).toHaveLength(2);
});

test("changed settings, pausing and going on are noticed within moments", async () => {
  const server = await startImapServer({ users: { verkauf: "neu" } });
  const { follow, kept, mailbox, set, context, db, cast, addressId } = await start(server, { password: "alt" });
  server.deliver(letter(1));
  await follow();
  await until(async () => stateOf(await mailbox()) === "failing");
  expect((await mailbox()).error).toContain("wrong password");
  await set({ sealedSecret: sealSecret(context.cipher, { password: "neu" }) });
  await until(async () => (await kept()).length === 1);
  expect(await mailbox()).toMatchObject({ error: null });
  await act(db, cast.ada, pauseMailbox, { addressId, isPaused: true });
  await until(() => Promise.resolve(server.commands.at(-1) === "LOGOUT"));
  server.deliver(letter(2));
  await sleep(200);
  expect(await kept()).toHaveLength(1);
  await act(db, cast.ada, pauseMailbox, { addressId, isPaused: false });
  await until(async () => (await kept()).length === 2);
});

/** Gives out a token for each refresh token, with another refresh token. */
const startTokenServer = async (answer: (form: URLSearchParams) => { status: number; body: object }) => {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let text = "";
    request.on("data", (chunk: Buffer) => (text += chunk.toString()));
    request.on("end", () => {
      const form = new URLSearchParams(text);
      asked.push(form);
      const { status, body } = answer(form);
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`, asked };
};

test("signs in by XOAUTH2 with a token that it fetches, and keeps the next refresh token", async () => {
  const server = await startImapServer({ tokens: { verkauf: "token of first" } });
  const tokens = await startTokenServer((form) => ({
    status: 200,
    body: { access_token: `token of ${form.get("refresh_token")}`, expires_in: 3_600, refresh_token: "second" },
  }));
  const { follow, kept, mailbox, context } = await start(
    server,
    { clientSecret: "of the client", refreshToken: "first" },
    { signIn: "oauth2", tokenUrl: tokens.url, clientId: "tresen", scope: "imap" },
  );
  server.deliver(letter(1));
  await follow();
  await until(async () => (await kept()).length === 1);
  expect(Object.fromEntries(tokens.asked[0] ?? [])).toEqual({
    client_id: "tresen",
    client_secret: "of the client",
    grant_type: "refresh_token",
    refresh_token: "first",
    scope: "imap",
  });
  expect(openSecret(context.cipher, (await mailbox()).sealedSecret)).toEqual({
    password: "",
    clientSecret: "of the client",
    refreshToken: "second",
  });
  // Connecting again, it goes on with the token that is still good.
  server.hangUp();
  server.deliver(letter(2));
  await until(async () => (await kept()).length === 2);
  expect(tokens.asked).toHaveLength(1);
});

test("fetches another token when the one it has is over, or is refused before its time", async () => {
  const good = { verkauf: "token 1" };
  const server = await startImapServer({ tokens: good });
  const seconds = [60, 3_600, 3_600];
  const tokens = await startTokenServer(() => ({
    status: 200,
    body: { access_token: `token ${tokens.asked.length}`, expires_in: seconds[tokens.asked.length - 1] },
  }));
  const oauth = { signIn: "oauth2", tokenUrl: tokens.url, clientId: "tresen" };
  const { follow, kept } = await start(server, { refreshToken: "first" }, oauth);
  server.deliver(letter(1));
  await follow();
  await until(async () => (await kept()).length === 1);
  // The first is good for a minute only.
  good.verkauf = "token 2";
  server.hangUp();
  server.deliver(letter(2));
  await until(async () => (await kept()).length === 2);
  expect(tokens.asked).toHaveLength(2);
  // The second is withdrawn.
  good.verkauf = "token 3";
  server.hangUp();
  server.deliver(letter(3));
  await until(async () => (await kept()).length === 3);
  expect(tokens.asked.map((form) => form.get("refresh_token"))).toEqual(["first", "first", "first"]);
});

test("a message is here within a second while the server is listened to", async () => {
  const server = await startImapServer({ users: { verkauf: "geheim" } });
  const { follow, kept } = await start(server, { password: "geheim" });
  await follow();
  await until(() => Promise.resolve(server.commands.at(-1) === "IDLE"));
  const before = performance.now();
  server.deliver(letter(1));
  await until(async () => (await kept()).length === 1);
  expect(performance.now() - before).toBeLessThan(1_000);
});

test("says in the token server's words why there is no token", async () => {
  const server = await startImapServer();
  const tokens = await startTokenServer(() => ({
    status: 400,
    body: { error: "invalid_grant", error_description: "The refresh token has expired." },
  }));
  const oauth = { signIn: "oauth2", tokenUrl: tokens.url, clientId: "tresen" };
  const { follow, mailbox } = await start(server, { clientSecret: "s", refreshToken: "old" }, oauth);
  await follow();
  await until(async () => stateOf(await mailbox()) === "failing");
  expect((await mailbox()).error).toBe("no access token: invalid_grant: The refresh token has expired.");
});
