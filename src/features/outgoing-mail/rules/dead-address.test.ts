import { expect, test } from "vitest";
import { refusesAddress, saysAddressIsDead } from "./dead-address.ts";

test.each([
  ["550 5.1.1 <cy@kunde.example>: Recipient address rejected: User unknown", true, true],
  ["550 5.2.1 The email account that you tried to reach is disabled", true, true],
  ["5.4.4 Unable to route: no mail hosts for domain", true, false],
  ["552-5.2.2 The email account that you tried to reach is over quota", false, false],
  ["4.4.7 delivery time expired after 96 hours", false, false],
  ["host mx.kunde.example[192.5.1.1] said: 554 5.7.1 rejected", false, false],
  ["", true, false],
  ["550 no such mailbox", true, false],
  ["552 5.3.4 Message size exceeds fixed limit", false, false],
  ["552 5.2.3 Message exceeds maximum fixed size", false, false],
  ["554 5.7.1 Message rejected as spam", false, false],
  ["550 5.6.0 content refused", false, false],
  ["554 5.7.1 <cy@kunde.example>: Relay access denied", false, false],
])("%j: the address is dead as a report: %s, as our server's answer: %s", (answer, reported, refused) => {
  expect(saysAddressIsDead(answer)).toBe(reported);
  expect(refusesAddress(answer)).toBe(refused);
});
