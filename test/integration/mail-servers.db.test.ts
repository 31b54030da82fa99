import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { listenForMail } from "../../src/features/incoming-mail/listener.ts";
import { freshDb } from "../support/db.ts";
import { hasExim, openExim } from "../support/exim.ts";
import { openHandOver } from "../support/hand-over.ts";
import { startMailDesk, type MailDesk } from "../support/incoming.ts";
import { sendMail } from "../support/smtp.ts";

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("it did not come to that");
    await sleep(50);
  }
};

type Open = typeof openExim;

const servers: [string, Open][] = [
  ["the stand-in", openHandOver],
  // Where Debian's exim4-daemon-light is installed and the tests run as root.
  ...(hasExim ? [["Exim", openExim] satisfies [string, Open]] : []),
];

const start = async (open: Open) => {
  const desk = await startMailDesk();
  const server = await open({ handsTo: desk.port });
  const send = (subject: string, text = "It stops at 90 %.") =>
    sendMail(server.port, { from: "Cy <cy@acme.example>", to: "support@desk.example", subject, text });
  return { desk, server, send };
};

/** The subjects of all tickets, once everything that has arrived is filed. */
const filed = async (desk: MailDesk): Promise<string[]> => {
  await desk.file();
  const rows = await desk.context.db.selectFrom("tickets").select("subject").orderBy("id").execute();
  return rows.map(({ subject }) => subject).toSorted();
};

const kept = async ({ context: { db } }: MailDesk): Promise<number> =>
  (await db.selectFrom("incoming_mails").select("id").execute()).length;

const subjects = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `Frage ${String(from + index).padStart(2, "0")}`);

test.each(servers)("%s hands over twenty messages, each once", async (_name, open) => {
  const { desk, server, send } = await start(open);
  await Promise.all(subjects(1, 20).map((subject) => send(subject)));
  await until(async () => (await kept(desk)) >= 20);
  await until(async () => (await server.waiting()) === 0);
  await server.tryAgain();
  expect(await filed(desk)).toEqual(subjects(1, 20));
  expect(await server.returned()).toBe("");
});

test.each(servers)(
  "what %s cannot hand over waits there, and comes once when the desk is back",
  async (_name, open) => {
    const { desk, server, send } = await start(open);
    await desk.stop();
    for (const subject of subjects(1, 3)) await send(subject);
    await until(async () => (await server.waiting()) === 3);
    await server.tryAgain();
    expect(await server.waiting()).toBe(3);
    const again = await listenForMail(desk.context, { host: "127.0.0.1", port: desk.port });
    onTestFinished(again.stop);
    // It listens, but its database is away.
    const allow = await lockOf(desk);
    await allow(false);
    await server.tryAgain();
    expect(await server.waiting()).toBe(3);
    await allow(true);
    expect(await kept(desk)).toBe(0);
    await server.tryAgain();
    await until(async () => (await server.waiting()) === 0);
    expect(await filed(desk)).toEqual(subjects(1, 3));
    expect(await server.returned()).toBe("");
  },
);

test.each(servers)("%s gives a message that is too large back to its sender, with the reason", async (_name, open) => {
  const { desk, server, send } = await start(open);
  await send("Zu groß", `${"x".repeat(998)}\r\n`.repeat(53_000));
  await until(async () => (await server.returned()).includes("cy@acme.example"));
  const returned = await server.returned();
  expect(returned).toMatch(/^From: Mail Delivery System/m);
  expect(returned).toMatch(/support@desk\.example[\s\S]*(size|large|big)/i);
  expect(await server.waiting()).toBe(0);
  expect(await kept(desk)).toBe(0);
});

test.each(servers)("%s gives a message for nobody here back to its sender", async (_name, open) => {
  const { desk, server } = await start(open);
  await sendMail(server.port, { from: "cy@acme.example", to: "boss@desk.example", subject: "Hallo", text: "Hallo" });
  await until(async () => (await server.returned()).includes("boss@desk.example"));
  expect(await server.returned()).toContain("takes no mail here");
  expect(await kept(desk)).toBe(0);
});

/** Lets nobody into the desk's database, or everybody again. */
const lockOf = async ({ context: { pool } }: MailDesk): Promise<(may: boolean) => Promise<void>> => {
  const { rows } = await pool.query<{ name: string }>("select current_database() as name");
  const name = rows[0]!.name;
  const admin = await freshDb(1);
  return async (may) => {
    await admin.pool.query(`alter database ${name} with allow_connections ${String(may)}`);
    if (!may)
      await admin.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  };
};
