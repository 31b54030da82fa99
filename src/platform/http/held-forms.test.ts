import { expect, it } from "vitest";
import { formOf } from "./form.ts";
import { wordsIn } from "./held-forms.ts";

it("shows what a person wrote, and nothing that a page filled in", () => {
  const fields = new Map([
    ["once", ["e115ad19-58af-4ba1-9699-0f6b0c1d2e3f"]],
    ["kept", ["eyJmaWxlIjoiYWJj.kq3x"]],
    ["password", ["Vier Pferde"]],
    ["typeId", ["7"]],
    ["priority", ["medium"]],
    ["subject", ["Abgelaufen"]],
    ["text", ["Wichtige Worte\nnach Ablauf"]],
    ["cc", ["cora@acme.example", ""]],
  ]);
  expect(wordsIn(formOf({ fields }))).toEqual(["Abgelaufen", "Wichtige Worte\nnach Ablauf", "cora@acme.example"]);
});
