import { expect, test } from "vitest";
import { startMailReceiver } from "./mail-receiver.ts";
import { openMailbox, sendMail } from "./smtp.ts";

const hello = { from: "Cy <cy@example.org>", to: "support@example.com", subject: "Grüße", text: "Guten Tag" };
const portOf = (url: string) => Number(new URL(url).port);

test("a mail that is sent is received, with its envelope", async () => {
  const { url, waitFor } = await openMailbox();
  await sendMail(portOf(url), { ...hello, cc: "cora@example.org" });
  const mail = await waitFor("cora@example.org");
  expect(mail).toMatchObject({ from: "cy@example.org", to: ["support@example.com", "cora@example.org"] });
  expect(mail.parsed).toMatchObject({ subject: "Grüße", text: "Guten Tag\n" });
  expect(mail.raw).toContain("From: Cy <cy@example.org>");
});

test("waits for the mail that is wanted, and says what came instead", async () => {
  const { url, waitFor } = await openMailbox();
  const later = waitFor(hello.to, { isWanted: ({ parsed }) => parsed.subject === "second" });
  await sendMail(portOf(url), { ...hello, subject: "first" });
  await sendMail(portOf(url), { ...hello, subject: "second" });
  expect((await later).parsed.subject).toBe("second");
  await expect(waitFor("eve@example.net", { patience: 20 })).rejects.toThrow("support@example.com: first");
});

test("sending fails when the other side refuses", async () => {
  const { port, received } = await startMailReceiver({ refuse: () => ({ code: 550, text: "nobody here" }) });
  await expect(sendMail(port, hello)).rejects.toMatchObject({ responseCode: 550 });
  expect(received).toEqual([]);
});
