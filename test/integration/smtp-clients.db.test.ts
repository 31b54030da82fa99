import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { startMailDesk, type MailDesk } from "../support/incoming.ts";

const message = "From: dora@kunde.example\r\nSubject: Hello\r\n\r\nIs it on?\r\n";

/** Talks as the script says: each entry is sent when an answer with this code has come. Resolves with all that was answered. */
const talk = (
  { port }: MailDesk,
  script: readonly [code: string, say: string][],
  { thenClosesItsSide = false }: { thenClosesItsSide?: boolean } = {},
): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
    onTestFinished(() => void socket.destroy());
    const left = [...script];
    let heard = "";
    socket.on("data", (chunk) => {
      heard += chunk.toString();
      const [next] = left;
      if (!next || !new RegExp(`^${next[0]} `, "m").test(heard.split("\r\n").slice(-2).join("\r\n"))) return;
      left.shift();
      socket.write(next[1]);
      if (left.length === 0 && thenClosesItsSide) socket.end();
    });
    socket.on("end", () => socket.end());
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
  });

const greeting: [string, string][] = [
  ["220", "EHLO kunde.example\r\n"],
  ["250", "MAIL FROM:<dora@kunde.example>\r\n"],
  ["250", "RCPT TO:<support@desk.example>\r\n"],
  ["250", "DATA\r\n"],
];

const kept = ({ context }: MailDesk) => context.db.selectFrom("incoming_mails").select("raw").execute();

test("a server that says goodbye with the last line and closes its side, as Exim does, hears that we have the message", async () => {
  const desk = await startMailDesk();
  const heard = await talk(desk, [...greeting, ["354", `${message}.\r\nQUIT\r\n`]], { thenClosesItsSide: true });
  expect(heard).toMatch(/^250 kept as 1\r\n221 /m);
  expect((await kept(desk)).map(({ raw }) => raw.toString())).toEqual([message]);
});

test("several commands at once are answered one after the other", async () => {
  const desk = await startMailDesk();
  const all = "MAIL FROM:<dora@kunde.example>\r\nRCPT TO:<support@desk.example>\r\nDATA\r\n";
  const heard = await talk(desk, [
    ["220", "EHLO kunde.example\r\n"],
    ["250", all],
    ["354", `${message}.\r\nQUIT\r\n`],
  ]);
  expect(heard).toContain("250 kept as 1");
  expect(await kept(desk)).toHaveLength(1);
});

test("half a message is not kept, and its sender not kept waiting for ever", async () => {
  const desk = await startMailDesk();
  const before = Date.now();
  const heard = await talk(desk, [...greeting, ["354", "From: dora@kunde.example\r\nSubject: Hal"]], {
    thenClosesItsSide: true,
  });
  expect(heard).not.toContain("kept");
  expect(Date.now() - before).toBeLessThan(15_000);
  expect(await kept(desk)).toEqual([]);
});
