import { describe, expect, it } from "vitest";
import type { TimelineEntry } from "../rules/sight.ts";
import { blocksOf, isLetter } from "./blocks.ts";

let count = 0;

const entry = (name: string, payload: TimelineEntry["payload"] = {}): TimelineEntry => ({
  id: ++count,
  name,
  at: new Date("2026-03-02T09:00:00Z"),
  actor: { kind: "system", id: null, name: "" },
  payload,
  changes: {},
});

const namesOf = (entries: readonly TimelineEntry[]): string[][] =>
  blocksOf(entries).map((block) => (isLetter(block) ? [block.name] : block.map(({ name }) => name)));

describe("what stands together in a conversation", () => {
  it("is everything that was only done", () => {
    expect(namesOf([entry("ticket.taken"), entry("ticket.started"), entry("ticket.changed")])).toEqual([
      ["ticket.taken", "ticket.started", "ticket.changed"],
    ]);
  });

  it.each(["reason", "words", "versionReason"])("is not what somebody said with it as %s", (said) => {
    const spoken = entry("ticket.order-planned", { [said]: "It needs a new file format." });
    expect(namesOf([entry("ticket.taken"), spoken, entry("ticket.changed"), entry("ticket.started")])).toEqual([
      ["ticket.taken"],
      ["ticket.order-planned"],
      ["ticket.changed", "ticket.started"],
    ]);
    expect(namesOf([entry("ticket.taken"), { ...spoken, payload: { [said]: "" } }])).toHaveLength(1);
  });
});
