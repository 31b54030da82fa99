import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { canonicalText } from "./rules/text.ts";
import { hashOfText, isIntact, sealOf } from "./seal.ts";

const approval = { id: 7, text: "Wir tauschen das Netzteil.", textHash: hashOfText("Wir tauschen das Netzteil.") };
const made = {
  approvalId: 7,
  textHash: approval.textHash,
  verdict: "approved" as const,
  reason: "",
  personId: 11,
  personName: "Cy",
  via: "link" as const,
  at: new Date("2026-05-04T10:00:00.123Z"),
};
const decision = { ...made, seal: sealOf(made) };

describe("the seal of a decision", () => {
  it("can be computed by anybody from what it seals", () => {
    const plain = `["tresen approval 1",7,"${approval.textHash}","approved","",11,"Cy","2026-05-04T10:00:00.123Z","link"]`;
    expect(decision.seal).toBe(createHash("sha256").update(plain).digest("hex"));
    expect(isIntact(approval, decision)).toBe(true);
  });

  it.each<[string, object, object]>([
    ["the text", { text: "Wir tauschen alles." }, {}],
    ["the text with its hash", { text: "Other", textHash: hashOfText("Other") }, {}],
    ["the verdict", {}, { verdict: "declined" }],
    ["the reason", {}, { reason: "Gladly" }],
    ["the person", {}, { personId: 12 }],
    ["the name", {}, { personName: "Cora" }],
    ["the time", {}, { at: new Date("2026-05-04T10:00:00.124Z") }],
    ["the way", {}, { via: "portal" }],
    ["the approval", { id: 8 }, {}],
  ])("breaks when %s changes", (_what, changedApproval, changedDecision) => {
    expect(isIntact({ ...approval, ...changedApproval }, { ...decision, ...changedDecision })).toBe(false);
  });
});

describe("the text that is sealed", () => {
  it("is the same however its lines end and its letters are composed", () => {
    expect(canonicalText("  Größe \r\nzwei\t\rdrei\n\n")).toBe("Größe\nzwei\ndrei");
    expect(canonicalText("Gro\u0308ße")).toBe(canonicalText("Größe"));
    expect(canonicalText(canonicalText(" a \r\n b "))).toBe(canonicalText(" a \r\n b "));
  });
});
