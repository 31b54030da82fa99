import { describe, expect, it } from "vitest";
import { formatBytes, formatDateTime, formatExact, formatNumber, formatRelative } from "./format.ts";
import { preferredLocale } from "./locale.ts";

const berlin = { locale: "de", timeZone: "Europe/Berlin" } as const;
const london = { locale: "en", timeZone: "Europe/London" } as const;
const at = new Date("2026-11-03T13:05:09Z");

describe("what a person reads", () => {
  it("is in the person's own zone and order", () => {
    expect(formatDateTime(at, berlin)).toBe("03.11.2026, 14:05");
    expect(formatDateTime(at, london)).toBe("3 Nov 2026, 13:05");
    expect(formatExact(at, berlin)).toBe("Dienstag, 3. November 2026 um 14:05:09 MEZ");
  });

  it.each([
    ["2026-11-03T13:05:40Z", "in dieser Minute", "this minute"],
    ["2026-11-03T13:00:09Z", "vor 5 Minuten", "5 minutes ago"],
    ["2026-11-03T10:59:00Z", "vor 2 Stunden", "2 hours ago"],
    ["2026-11-02T13:00:00Z", "gestern", "yesterday"],
    ["2026-10-20T13:05:09Z", "20.10.2026", "20 Oct 2026"],
  ])("says how near %s is", (time, german, english) => {
    expect(formatRelative(new Date(time), at, berlin)).toBe(german);
    expect(formatRelative(new Date(time), at, london)).toBe(english);
  });

  it("has the separators of its language", () => {
    expect(formatNumber(1_234_567, "de")).toBe("1.234.567");
    expect(formatBytes(1_440_000, "de")).toBe("1,4 MB");
    expect(formatBytes(999, "en")).toBe("999 bytes");
    expect(formatBytes(0, "en")).toBe("0 bytes");
  });
});

it.each([
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr;q=0.9, en-US;q=0.5, de;q=0.7", "de"],
  ["fr", undefined],
  ["de;q=0, en", "en"],
  ["", undefined],
  [undefined, undefined],
])("Accept-Language %s means %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
