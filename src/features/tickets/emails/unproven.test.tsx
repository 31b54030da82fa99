import { expect, test } from "vitest";
import { renderMail } from "../../../platform/mail/render.ts";
import { paperType } from "../../../../test/support/paper-ticket.ts";
import type { Head } from "./letter.tsx";
import { joinedLetter, statusLetter } from "./to-customer.tsx";

const headFor = (isTrusted: boolean): Head => ({
  reading: { locale: "en", timeZone: "UTC" },
  desk: { name: "Helpful Ltd" },
  ticket: { number: 10001, subject: "Buy pills" },
  href: "http://desk.test/requests/10001",
  reason: "You asked.",
  isTrusted,
  canOpen: true,
});
const type = paperType();
const news = {
  event: "ticket.cancelled",
  reason: "Buy pills now",
  result: "Cheap pills",
  ticket: {
    type,
    status: "cancelled",
    confirmedAt: null,
    confirmationWaivedAt: null,
    ratedAt: null,
    feedbackWaivedAt: null,
    closesAt: null,
  },
} as const;
const textOf = (isTrusted: boolean, isByDesk: boolean) =>
  renderMail(statusLetter(headFor(isTrusted), { ...news, isByDesk }).body).text;

test("a customer's words about a move go to proved addresses only; the desk's go to all", () => {
  expect(textOf(false, false)).not.toMatch(/pills/i);
  for (const text of [textOf(true, false), textOf(true, true), textOf(false, true)]) {
    expect(text).toContain("Buy pills now");
    expect(text).toContain("Cheap pills");
  }
});

test("letters that others can cause are limited where nobody has proved the address", () => {
  const joined = (isTrusted: boolean) => joinedLetter(headFor(isTrusted), { as: "participant", by: "Eve" });
  const status = (isTrusted: boolean) => statusLetter(headFor(isTrusted), { ...news, isByDesk: false });
  const perHour = [{ of: "template", most: 20, hours: 1 }];
  expect([joined(false), status(false)].map(({ limits }) => limits)).toEqual([perHour, perHour]);
  expect([joined(true), status(true)].map(({ limits }) => limits)).toEqual([undefined, undefined]);
});
