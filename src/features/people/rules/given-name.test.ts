import { expect, test } from "vitest";
import { givenName } from "./given-name.ts";

test.each([
  ["Ann Meyer", "Ann Meyer"],
  ["  Ann \t Meyer ", "Ann Meyer"],
  ["", "ann"],
  ["ann@muster.example", "ann@muster.example"],
  ["Ann Meyer (ANN@muster.example)", "Ann Meyer (ANN@muster.example)"],
  ["boss@kunde.example", "ann@muster.example"],
  ["Boss <boss@kunde.example>", "ann@muster.example"],
  ["Boss @ Kunde", "Boss @ Kunde"],
  ["x".repeat(200), "x".repeat(120)],
])("%j is called %j", (given, name) => {
  expect(givenName(given, "ann@muster.example")).toBe(name);
});
