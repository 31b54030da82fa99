import { expect, it } from "vitest";
import { isOffered } from "./offered-when.ts";

it.each<[string, Record<string, string[]>, boolean]>([
  ["an option that hangs on nothing", {}, true],
  ["one of the chosen product", { product: ["7"] }, true],
  ["one of another product", { product: ["8"] }, false],
  ["one of the product and the version", { product: ["7"], version: ["", "3"] }, true],
  ["one of the product in another version", { product: ["7"], version: ["", "4"] }, false],
  ["one that needs something to be chosen that is not", { module: ["1"] }, false],
])("%s", (_what, when, offered) => {
  const values: Record<string, string> = { product: "7", version: "3" };
  expect(isOffered(when, (name) => values[name] ?? "")).toBe(offered);
});
