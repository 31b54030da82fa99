import { expect, test } from "vitest";
import { isAuthenticated } from "./authentication.ts";

const ann = [{ address: "Ann@desk.example" }];
const is = (results: string[], { from = ann, lines = 1, servers = ["mx.desk.example"] } = {}) =>
  isAuthenticated(
    {
      from,
      headers: new Map([
        ["authentication-results", results],
        ["from", Array<string>(lines).fill("ann@desk.example")],
      ]),
    },
    servers,
  );

test.each([
  "mx.desk.example; dmarc=pass header.from=desk.example",
  "MX.desk.example 1; spf=pass smtp.mailfrom=x.example; dmarc=pass (p=reject dis=none) header.from=Desk.example",
  "mx.desk.example; dkim=pass (2048-bit; unprotected) header.d=desk.example header.i=@desk.example header.b=x",
  'mx.desk.example; dkim=pass header.i="ann@desk.example"',
])("our server stands by the sender: %s", (results) => {
  expect(is([results])).toBe(true);
});

test.each([
  ["nothing was checked", "mx.desk.example; none"],
  ["it failed", "mx.desk.example; dmarc=fail header.from=desk.example"],
  ["only the envelope was looked at", "mx.desk.example; spf=pass smtp.mailfrom=desk.example"],
  ["it speaks of another domain", "mx.desk.example; dmarc=pass header.from=evil.example"],
  ["a domain below or beside", "mx.desk.example; dkim=pass header.d=x.desk.example; dkim=pass header.i=@xdesk.example"],
  ["another server's word", "mx.evil.example; dmarc=pass header.from=desk.example"],
  ["a name that begins like ours", "mx.desk.example.evil.example; dmarc=pass header.from=desk.example"],
  ["it stands in a comment", "mx.desk.example; none (; dmarc=pass header.from=desk.example)"],
])("not where %s", (_why, results) => {
  expect(is([results])).toBe(false);
});

test("what the sender has put below our server's header says nothing", () => {
  const forged = "mx.desk.example; dmarc=pass header.from=desk.example";
  expect(is(["mx.desk.example; dmarc=fail header.from=desk.example", forged])).toBe(false);
  expect(is(["other.example; arc=none", forged])).toBe(true);
});

test("not with several senders, several headers of them, or without a server of ours", () => {
  const result = "mx.desk.example; dmarc=pass header.from=desk.example";
  expect(is([result], { from: [...ann, { address: "b@desk.example" }] })).toBe(false);
  expect(is([result], { lines: 2 })).toBe(false);
  expect(is([result], { servers: [] })).toBe(false);
});
