import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { silentLog } from "../../../test/support/log.ts";
import { startImapServer, type ImapServer } from "../../../test/support/imap-server.ts";
import { watchImap, type ImapAccount, type Place } from "./imap-watch.ts";

const letter = (number: number): string => `From: cy@acme.example\nSubject: ${number}\n\nHello ${number}\n`;

const until = async (isSo: () => boolean, patience = 8_000): Promise<void> => {
  const deadline = Date.now() + patience;
  while (!isSo()) {
    if (Date.now() > deadline) throw new Error("it did not come to that");
    await sleep(10);
  }
};

/** A program that fetches from the server, and what it knows. */
const follow = (server: ImapServer, account: Partial<ImapAccount> = {}, begin?: Place) => {
  const subjects: string[] = [];
  const states: ("connected" | { error: string })[] = [];
  const facts: { place: Place | undefined; isDown: boolean } = { place: begin, isDown: false };
  const { stop } = watchImap({
    log: silentLog,
    account: {
      host: "127.0.0.1",
      port: server.port,
      security: "none",
      user: "support",
      signIn: () => Promise.resolve({ password: "geheim" }),
      folder: "INBOX",
      moveTo: undefined,
      ...account,
    },
    place: () => Promise.resolve(facts.place),
    keep(raw) {
      if (facts.isDown) return Promise.reject(new Error("the database is away"));
      subjects.push(/^Subject: (.*)\r$/m.exec(raw.toString())?.[1] ?? "");
      return Promise.resolve();
    },
    reached(place) {
      facts.place = { ...place, at: new Date() };
      return Promise.resolve();
    },
    told(state) {
      states.push(state);
      return Promise.resolve();
    },
    pauseAfter: () => 50,
  });
  onTestFinished(stop);
  return { subjects, states, facts, stop };
};

const start = (users = { support: "geheim" }) => startImapServer({ users });
const seen = (server: ImapServer) => server.messages().map(({ flags }) => flags.has("\\Seen"));

test("takes what nobody has read, then what comes, as it comes, and marks it as read", async () => {
  const server = await start();
  for (const number of [1, 2]) server.deliver(letter(number));
  server.messages()[0]!.flags.add("\\Seen");
  const { subjects, states } = follow(server);
  await until(() => subjects.length === 1);
  expect(subjects).toEqual(["2"]);
  await until(() => server.commands.includes("IDLE"));
  const before = Date.now();
  server.deliver(letter(3));
  await until(() => subjects.length === 2);
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(states).toEqual(["connected"]);
  await until(() => seen(server).every(Boolean));
});

test("takes also what somebody has read in the meantime, and nothing twice", async () => {
  const server = await start();
  server.deliver(letter(1));
  const first = follow(server);
  await until(() => first.facts.place !== undefined);
  await first.stop();
  server.deliver(letter(2));
  server.messages()[1]!.flags.add("\\Seen");
  const second = follow(server, {}, first.facts.place);
  await until(() => second.subjects.length === 1);
  await sleep(100);
  expect(second.subjects).toEqual(["2"]);
});

test("keeps a message before the server hears of it; what cannot be kept now comes again", async () => {
  const server = await start();
  const { subjects, states, facts } = follow(server);
  await until(() => states.length === 1);
  facts.isDown = true;
  server.deliver(letter(1));
  await until(() => states.some((state) => typeof state === "object"));
  expect(seen(server)).toEqual([false]);
  expect(states.find((state) => typeof state === "object")).toEqual({ error: "the database is away" });
  facts.isDown = false;
  await until(() => subjects.length === 1);
  await until(() => seen(server)[0] === true);
});

test("comes back when the server hangs up", async () => {
  const server = await start();
  const { subjects, states } = follow(server);
  await until(() => server.commands.includes("IDLE"));
  server.hangUp();
  server.deliver(letter(1));
  await until(() => subjects.length === 1);
  expect(states.filter((state) => state === "connected").length).toBeGreaterThan(1);
});

test("moves what it has kept, if it is told to, into a folder that it makes", async () => {
  const server = await start();
  for (const number of [1, 2, 3]) server.deliver(letter(number));
  const { subjects } = follow(server, { moveTo: "Tresen" });
  await until(() => server.messages("Tresen").length === 3);
  server.deliver(letter(4));
  await until(() => server.messages("Tresen").length === 4);
  expect(subjects).toEqual(["1", "2", "3", "4"]);
  expect(server.messages()).toEqual([]);
});

test("finds its way when the server has numbered the folder anew", async () => {
  const server = await start();
  for (const number of [1, 2]) server.deliver(letter(number));
  const { subjects, facts } = follow(server);
  await until(() => facts.place?.lastUid === 2);
  server.renumber();
  server.deliver(letter(3));
  await until(() => subjects.includes("3") && facts.place?.uidValidity === "101");
  server.deliver(letter(4));
  await until(() => subjects.includes("4"));
});

test("says in the server's words that the password is wrong, and goes on trying", async () => {
  const server = await start({ support: "anders" });
  const { states } = follow(server);
  await until(() => states.length > 1);
  expect(states[0]).toMatchObject({ error: expect.stringContaining("wrong password") as string });
});

test("signs in with an access token, and asks for another one each time it connects", async () => {
  const server = await startImapServer({ tokens: { support: "good" } });
  const tokens = ["expired", "good"];
  const { subjects, states } = follow(server, {
    signIn: () => Promise.resolve({ accessToken: tokens.shift() ?? "good" }),
  });
  server.deliver(letter(1));
  await until(() => subjects.length === 1);
  expect(states).toEqual([{ error: expect.stringContaining("invalid credentials") as string }, "connected"]);
});

test("a message that the server does not give out holds up the others for a while only, and stays", async () => {
  const server = await start();
  server.refuseFetchOf(server.deliver(letter(1)));
  server.deliver(letter(2));
  const { subjects, states } = follow(server);
  await until(() => subjects.length === 1);
  expect(subjects).toEqual(["2"]);
  expect(states).toContainEqual({
    error: "the server does not give out message 1; it stays in the mailbox, unread",
  });
  expect(seen(server)[0]).toBe(false);
});

test("ends at once while it waits, and signs off", async () => {
  const server = await start();
  const { states, stop } = follow(server);
  await until(() => states.length === 1 && server.commands.includes("IDLE"));
  const before = Date.now();
  await stop();
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(server.commands.at(-1)).toBe("LOGOUT");
});
