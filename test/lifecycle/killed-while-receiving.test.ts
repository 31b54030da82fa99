import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { build } from "esbuild";
import { createTransport } from "nodemailer";
import { expect, inject, onTestFinished, test } from "vitest";
import { fileMailJob } from "../../src/features/incoming-mail/jobs.ts";
import { addMailAddress } from "../../src/features/mail-addresses/index.ts";
import { sealSecret, setMailbox } from "../../src/features/mailboxes/index.ts";
import { act } from "../../src/platform/act.ts";
import { cipherWith } from "../../src/platform/cipher.ts";
import type { Context } from "../../src/platform/context.ts";
import { connect, type DatabaseAddress, type Db } from "../../src/platform/db/db.ts";
import { castOf } from "../support/cast.ts";
import { testContext } from "../support/context.ts";
import { administer, databaseAt, freshName } from "../support/cluster.ts";
import { freePort } from "../support/free-port.ts";
import { startImapServer, type ImapServer } from "../support/imap-server.ts";
import { freshFolder } from "./program.ts";

const many = 250;
const kills = 20;
const secret = "a secret for tests only, of 32 bytes and more";

const letter = (way: string, number: number): string =>
  [
    `Message-ID: <${way}-${number}@acme.example>`,
    `From: Sender ${number % 40} <sender-${number % 40}@acme.example>`,
    "To: verkauf@desk.example",
    `Subject: ${way} ${number}`,
    "",
    `Hello ${number}`,
    "",
  ].join("\r\n");

/** A migrated database with a desk, and its URL for other processes. */
const freshDesk = async () => {
  const cluster = inject("cluster");
  const name = freshName("killed");
  await administer(cluster, `create database ${name} template ${inject("template")}`);
  const address = databaseAt(cluster, name);
  const connection = connect(address);
  onTestFinished(async () => {
    await connection.close();
    await administer(cluster, `drop database if exists ${name} with (force)`);
  });
  return { connection, url: urlOf(address, name) };
};

const urlOf = ({ connectionString, user, host }: DatabaseAddress, name: string): string =>
  connectionString ?? `postgresql://${String(user)}@localhost/${name}?host=${encodeURIComponent(String(host))}`;

/** Below the project, so that its packages are found. */
const buildReceiving = async (): Promise<string> => {
  const outfile = join(import.meta.dirname, "../../.cache/receiving-process.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "receiving-process.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node26",
    packages: "external",
    jsx: "automatic",
    jsxImportSource: "preact",
    logLevel: "error",
  });
  return outfile;
};

/** Starts the receiving process, and again each time it is killed. */
const startReceiving = (program: string, variables: Record<string, string>) => {
  let child: ChildProcess | undefined;
  let said = "";
  const start = (): Promise<void> => {
    child = spawn(process.execPath, [program], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"], ...variables },
    });
    const mine = child;
    mine.stderr?.on("data", (chunk: Buffer) => (said += chunk.toString()));
    return new Promise((resolve, reject) => {
      mine.stdout?.on("data", (chunk: Buffer) => (chunk.toString().includes("ready") ? resolve() : undefined));
      mine.once("exit", (code) => reject(new Error(`it ended with ${code}: ${said}`)));
    });
  };
  onTestFinished(() => void child?.kill("SIGKILL"));
  const kill = async (): Promise<void> => {
    const gone = new Promise((resolve) => child?.once("close", resolve));
    child?.removeAllListeners("exit");
    child?.kill("SIGKILL");
    await gone;
  };
  return { start, kill };
};

/** As a mail server does with what it has to hand over: again, until it is taken. */
const handOver = async (port: number, number: number): Promise<void> => {
  const transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  const envelope = { from: `sender-${number % 40}@acme.example`, to: "verkauf@desk.example" };
  for (;;) {
    try {
      await transport.sendMail({ envelope, raw: letter("SMTP", number) });
      return;
    } catch {
      await sleep(40);
    }
  }
};

/** A share of the messages for each time it is killed, and some for afterwards, however fast the machine is. */
const waitForTurn = async (number: number, killed: () => number): Promise<void> => {
  while (killed() < kills && number >= ((killed() + 1) * many) / (kills + 2)) await sleep(20);
};

const handOverAll = async (port: number, killed: () => number): Promise<void> => {
  for (let number = 0; number < many; number++) {
    await waitForTurn(number, killed);
    await handOver(port, number);
  }
};

const deliverAll = async (server: ImapServer, killed: () => number): Promise<void> => {
  for (let number = 0; number < many; number++) {
    await waitForTurn(number, killed);
    server.deliver(letter("IMAP", number));
  }
};

const idsOf = async (db: Db, states: ("stored" | "filed")[]): Promise<number[]> =>
  (await db.selectFrom("incoming_mails").select("id").where("state", "in", states).execute()).map(({ id }) => id);

/** What killed workers had in hand is taken up after a while by itself; nobody has to wait for that here. */
const fileTheRest = async (context: Context): Promise<void> => {
  for (const mailId of await idsOf(context.db, ["stored"])) await fileMailJob.run(context, { mailId });
};

test("killed 20 times while 500 messages come in, it loses none and takes none twice", async () => {
  const server = await startImapServer({ users: { verkauf: "geheim" } });
  const { connection, url } = await freshDesk();
  const { db } = connection;
  const { ada } = await castOf(db);
  const { addressId } = await act(db, ada, addMailAddress, { address: "verkauf@desk.example" });
  await act(db, ada, setMailbox, {
    addressId,
    host: "127.0.0.1",
    port: server.port,
    security: "none",
    username: "verkauf",
    signIn: "password",
    folder: "INBOX",
    moveTo: "Fetched",
    sealedSecret: sealSecret(cipherWith(Buffer.from(secret)), { password: "geheim" }),
  });
  const port = await freePort();
  const { start, kill } = startReceiving(await buildReceiving(), {
    DATABASE_URL: url,
    TRESEN_SECRET: secret,
    TRESEN_DATA: await freshFolder(),
    TRESEN_SMTP_IN_PORT: String(port),
  });
  let killed = 0;
  const senders = Promise.all([handOverAll(port, () => killed), deliverAll(server, () => killed)]);
  const kept = async () => (await idsOf(db, ["stored", "filed"])).length;
  for (let before = 0; killed < kills; killed++) {
    await start();
    // In the middle: some have come, others are coming.
    await expect.poll(kept, { timeout: 20_000, interval: 10 }).toBeGreaterThan(before);
    await sleep(Math.random() * 300);
    await kill();
    before = await kept();
  }
  expect(await kept()).toBeLessThan(2 * many);
  await start();
  await senders;
  for (let tries = 0; server.messages().length > 0 && tries < 600; tries++) await sleep(100);
  await kill();
  await fileTheRest(await testContext(connection));

  const tickets = await db.selectFrom("tickets").select("subject").execute();
  const expected = ["IMAP", "SMTP"].flatMap((way) => Array.from({ length: many }, (_, number) => `${way} ${number}`));
  expect(tickets.map(({ subject }) => subject).toSorted()).toEqual(expected.toSorted());
  expect(await db.selectFrom("incoming_mails").select("id").execute()).toHaveLength(2 * many);
  expect(server.messages()).toEqual([]);
  expect(server.messages("Fetched")).toHaveLength(many);
}, 300_000);
