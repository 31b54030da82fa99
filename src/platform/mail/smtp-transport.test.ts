import { expect, test } from "vitest";
import { isRefusedForGood } from "./smtp-transport.ts";

test.each([
  [{ responseCode: 550, command: "RCPT TO" }, true],
  [{ responseCode: 552, command: "DATA" }, true],
  [{ responseCode: 554, command: "MAIL FROM" }, true],
  [{ code: "EENVELOPE" }, true],
  [{ responseCode: 451, command: "RCPT TO" }, false],
  [{ responseCode: 421, command: "DATA" }, false],
  // The password is wrong, or the server wants none of us: no reason to give up a mail.
  [{ responseCode: 535, command: "AUTH LOGIN" }, false],
  [{ responseCode: 530, command: "MAIL FROM" }, false],
  [{ responseCode: 554, command: "CONN" }, false],
  [{ responseCode: 502, command: "EHLO" }, false],
  [{ code: "ECONNREFUSED", command: "CONN" }, false],
  [{ code: "ETIMEDOUT" }, false],
])("%o is refused for good: %s", (failure, expected) => {
  expect(isRefusedForGood(failure)).toBe(expected);
});
