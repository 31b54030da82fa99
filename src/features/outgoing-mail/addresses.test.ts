import fc from "fast-check";
import { expect, test } from "vitest";
import { signerWith } from "../../platform/signer.ts";
import { bounceAddress, readBounceAddress } from "./bounce-address.ts";
import { newMessageId, readRootMessageId, rootMessageId } from "./message-ids.ts";
import { readReplyAddress, replyAddress } from "./reply-address.ts";
import { isDeskAddress, isOwnMessageId } from "./rules/own-addresses.ts";

const signer = signerWith(Buffer.from("a secret for tests only, 32 bytes"));
const desk = { mailAddress: "support@muster.example" };
const address = replyAddress({ signer, desk, ticketId: 17, personId: 5 });
const read = (given: string) => readReplyAddress({ signer, desk, address: given });

test("a reply address says which ticket and which person, and survives what mail programs do to it", () => {
  expect(address).toMatch(/^support\+t17-p5-[a-z2-7]{16}@muster\.example$/);
  expect(read(address)).toEqual({ ticketId: 17, personId: 5 });
  expect(read(` ${address.toUpperCase()} `)).toEqual({ ticketId: 17, personId: 5 });
});

test("every ticket and person gets an address that only reads back as them", () => {
  const id = fc.integer({ min: 1, max: 2 ** 31 });
  fc.assert(
    fc.property(id, id, (ticketId, personId) => {
      const made = replyAddress({ signer, desk, ticketId, personId });
      expect(read(made)).toEqual({ ticketId, personId });
      expect(made.slice(0, made.indexOf("@")).length).toBeLessThanOrEqual(64);
    }),
  );
});

test("an address for words of the desk only says so, and cannot be turned into the other kind", () => {
  const internal = replyAddress({ signer, desk, ticketId: 17, personId: 5, isInternal: true });
  expect(read(internal)).toEqual({ ticketId: 17, personId: 5, isInternal: true });
  expect(read(internal.replace("+n", "+t"))).toBeUndefined();
  expect(read(address.replace("+t", "+n"))).toBeUndefined();
});

test("an address that a question is answered at says which, and no other address can be turned into it", () => {
  const asking = replyAddress({ signer, desk, ticketId: 17, personId: 5, questionId: 9 });
  expect(read(asking)).toEqual({ ticketId: 17, personId: 5, questionId: 9 });
  for (const forged of [address.replace("-p5", "-q9-p5"), asking.replace("-q9", "-q8"), asking.replace("-q9", "")])
    expect(read(forged), forged).toBeUndefined();
});

test("nobody can make one up", () => {
  const signature = /-([a-z2-7]{16})@/.exec(address)![1]!;
  const forged = [
    `support+t18-p5-${signature}@muster.example`,
    `support+t17-p6-${signature}@muster.example`,
    `support+t17-p5-${"a".repeat(16)}@muster.example`,
    `support+t17-p5-${signature.slice(1)}@muster.example`,
    `support+t17-p5@muster.example`,
    `support+t17-p5-${signature}@other.example`,
    `sales+t17-p5-${signature}@muster.example`,
    "support@muster.example",
    "",
    "@",
  ];
  for (const each of forged) expect(read(each), each).toBeUndefined();
  const other = signerWith(Buffer.from("another secret for tests, 32 byte"));
  expect(readReplyAddress({ signer: other, desk, address })).toBeUndefined();
});

test("a desk with a very long address is answered at that address", () => {
  const long = { mailAddress: `${"s".repeat(50)}@muster.example` };
  expect(replyAddress({ signer, desk: long, ticketId: 1, personId: 1 })).toBe(long.mailAddress);
});

test("the desk's own addresses are known, tagged or not", () => {
  const isOurs = (given: string) => isDeskAddress({ desk, address: given });
  expect(["support@muster.example", "Support@Muster.Example", "support+x@muster.example", address].map(isOurs)).toEqual(
    [true, true, true, true],
  );
  expect(["supporter@muster.example", "support@muster.example.org", "a@b", "", "support"].map(isOurs)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});

test("a root Message-ID leads back to its ticket, and only at this desk", () => {
  const root = rootMessageId({ desk, ticketId: 17 });
  expect(root).toBe("<ticket-17.tresen@muster.example>");
  expect(readRootMessageId({ desk, messageId: root })).toBe(17);
  expect(readRootMessageId({ desk, messageId: root.replace("muster", "other") })).toBeUndefined();
  expect(readRootMessageId({ desk, messageId: "<x@muster.example>" })).toBeUndefined();
});

test("a bounce address says which mail comes back, and nobody else can make one", () => {
  const home = "Bounces@muster.example";
  const made = bounceAddress({ signer, home, mailId: 17 });
  expect(made).toMatch(/^bounces\+b17-[a-z2-7]{16}@muster\.example$/i);
  const readBack = (given: string) => readBounceAddress({ signer, home, address: given });
  expect(readBack(` ${made.toUpperCase()} `)).toBe(17);
  for (const other of [
    made.replace("b17", "b18"),
    made.replace("muster", "x"),
    made.replace("ounces", "ounce"),
    home,
    "",
  ])
    expect(readBack(other)).toBeUndefined();
  const another = signerWith(Buffer.from("another secret for tests, 32 byte"));
  expect(readBounceAddress({ signer: another, home, address: made })).toBeUndefined();
  const long = `${"b".repeat(50)}@muster.example`;
  expect(bounceAddress({ signer, home: long, mailId: 17 })).toBe(long);
});

test("own Message-IDs are known, and never the same twice", () => {
  const [one, two] = [newMessageId(desk), newMessageId(desk)];
  expect(one).not.toBe(two);
  expect(isOwnMessageId({ desk, messageId: one })).toBe(true);
  expect(isOwnMessageId({ desk, messageId: "<1@muster.example>" })).toBe(false);
});

test("a domain in other letters is the desk's own in both spellings, and stands in headers as all programs take it", () => {
  const ours = { mailAddress: "support@müller.example" };
  const made = replyAddress({ signer, desk: ours, ticketId: 17, personId: 5 });
  const travelled = made.replace("müller", "xn--mller-kva");
  expect(readReplyAddress({ signer, desk: ours, address: travelled })).toEqual({ ticketId: 17, personId: 5 });
  expect(isDeskAddress({ desk: ours, address: "Support@XN--mller-kva.example" })).toBe(true);
  expect(isDeskAddress({ desk: ours, address: "support@muller.example" })).toBe(false);
  for (const messageId of [newMessageId(ours), rootMessageId({ desk: ours, ticketId: 17 })]) {
    expect(messageId).toMatch(/\.tresen@xn--mller-kva\.example>$/);
    expect(isOwnMessageId({ desk: ours, messageId })).toBe(true);
  }
  expect(readRootMessageId({ desk: ours, messageId: rootMessageId({ desk: ours, ticketId: 17 }) })).toBe(17);
});
