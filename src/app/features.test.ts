import { describe, expect, it } from "vitest";
import { locales } from "../platform/i18n/index.ts";
import { effects, features, jobs } from "./features.ts";

const eventNames = new Set(features.flatMap((feature) => Object.keys(feature.effects ?? {})));

describe("the features", () => {
  it("give every event words in every language, and words to nothing else", () => {
    for (const locale of locales) {
      const worded = features.flatMap((feature) => Object.keys(feature.eventWords?.[locale] ?? {}));
      expect(worded.toSorted()).toEqual([...eventNames].toSorted());
    }
  });

  it("name every effect and every job once", () => {
    for (const each of Object.values(effects)) expect(new Set(each.map(({ name }) => name)).size).toBe(each.length);
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
  });

  it("are all here", () => {
    expect(features.map(({ name }) => name)).toEqual([
      "desk-settings",
      "canned-answers",
      "working-time",
      "mail-addresses",
      "outgoing-mail",
      "people",
      "products",
      "approvals",
      "ticket-types",
      "service-levels",
      "tickets",
      "suppliers",
      "incoming-mail",
      "mailboxes",
      "presets",
    ]);
    expect(eventNames.size).toBeGreaterThan(20);
  });
});
