import { expect, onTestFinished, test } from "vitest";
import { sendMail, startReceiver } from "./smtp.ts";

const receiver = async () => {
  const started = await startReceiver();
  onTestFinished(started.close);
  return { ...started, port: Number(new URL(started.url).port) };
};

const hello = { from: "Cy <cy@example.org>", to: "support@example.com", subject: "Grüße", text: "Guten Tag" };

test("a mail that is sent is received, with its envelope", async () => {
  const { port, waitFor } = await receiver();
  await sendMail(port, { ...hello, cc: "cora@example.org" });
  const mail = await waitFor("cora@example.org");
  expect(mail).toMatchObject({ from: "cy@example.org", to: ["support@example.com", "cora@example.org"] });
  expect(mail.parsed).toMatchObject({ subject: "Grüße", text: "Guten Tag\n" });
  expect(mail.raw).toContain("From: Cy <cy@example.org>");
});

test("waits for the mail that is wanted, and says what came instead", async () => {
  const { port, waitFor } = await receiver();
  const later = waitFor(hello.to, { isWanted: ({ parsed }) => parsed.subject === "second" });
  await sendMail(port, { ...hello, subject: "first" });
  await sendMail(port, { ...hello, subject: "second" });
  expect((await later).parsed.subject).toBe("second");
  await expect(waitFor("eve@example.net", { patience: 20 })).rejects.toThrow("support@example.com: first");
});

test("can refuse, for now or for good, and accept again", async () => {
  const { port, refuseWith, mails, offered } = await receiver();
  refuseWith("451 come back later");
  await expect(sendMail(port, hello)).rejects.toMatchObject({ responseCode: 451 });
  refuseWith("550 nobody here");
  await expect(sendMail(port, hello)).rejects.toMatchObject({ responseCode: 550 });
  refuseWith(undefined);
  await sendMail(port, hello);
  expect(mails).toHaveLength(1);
  expect(offered()).toBe(3);
});
