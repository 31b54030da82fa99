import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { addMailAddress } from "../../src/features/mail-addresses/index.ts";
import { followMailboxes, sealSecret, setMailbox } from "../../src/features/mailboxes/index.ts";
import { act } from "../../src/platform/act.ts";
import { hasDovecot, openDovecot, openStandIn, type ImapMailbox } from "../support/dovecot.ts";
import { startMailDesk } from "../support/incoming.ts";

const address = "verkauf@desk.example";

const letter = (number: number): string =>
  `Message-ID: <${number}@acme.example>\nFrom: dora@kunde.example\nTo: ${address}\nSubject: Grüße ${number}\n\nHello ${number}\n`;

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  // After a break it waits for a while, and longer each time, before it tries again.
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error("it did not come to that");
    await sleep(30);
  }
};

const servers: [string, () => Promise<ImapMailbox>][] = [
  ["the stand-in", openStandIn],
  // Where Debian's dovecot-imapd is installed and the tests run as root.
  ...(hasDovecot ? [["Dovecot", openDovecot] satisfies [string, typeof openDovecot]] : []),
];

test.each(servers)(
  "mail at %s is fetched as it comes, through breaks, once each, and moved",
  async (_name, open) => {
    const mailbox = await open();
    const desk = await startMailDesk();
    const { db, cipher } = desk.context;
    const { addressId } = await act(db, desk.cast.ada, addMailAddress, { address });
    await act(db, desk.cast.ada, setMailbox, {
      addressId,
      host: "127.0.0.1",
      port: mailbox.port,
      security: "none",
      username: mailbox.user,
      signIn: "password",
      sealedSecret: sealSecret(cipher, { password: mailbox.password }),
      folder: "INBOX",
      moveTo: "Tresen/Fetched",
    });
    const kept = async () => (await db.selectFrom("incoming_mails").select("id").execute()).length;
    for (const number of [1, 2, 3]) await mailbox.deliver(letter(number));
    const stop = await followMailboxes(desk.context, { every: 100 });
    onTestFinished(stop);
    await until(async () => (await kept()) === 3);
    // While it waits.
    await sleep(700);
    await mailbox.deliver(letter(4));
    await until(async () => (await kept()) === 4);
    // The server ends the connection; a message comes before there is another.
    mailbox.kick();
    await mailbox.deliver(letter(5));
    await until(async () => (await kept()) === 5);
    await until(async () => (await mailbox.count("Tresen/Fetched")) === 5);
    expect(await mailbox.count("INBOX")).toBe(0);
    // The program is stopped and started again.
    await stop();
    await mailbox.deliver(letter(6));
    onTestFinished(await followMailboxes(desk.context, { every: 100 }));
    await until(async () => (await mailbox.count("Tresen/Fetched")) === 6);
    await desk.file();
    const tickets = await db.selectFrom("tickets").select("subject").orderBy("id").execute();
    expect(tickets.map(({ subject }) => subject)).toEqual([1, 2, 3, 4, 5, 6].map((number) => `Grüße ${number}`));
  },
  120_000,
);
