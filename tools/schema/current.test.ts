import { expect, test } from "vitest";
import { differences } from "./current.ts";

test("tells the lines that only one of two texts has", () => {
  expect(differences("a\nb\nc", "a\nx\nc")).toEqual(["- b", "+ x"]);
  expect(differences("a\nb", "a\nb")).toEqual([]);
});

test("the same lines in another order are a difference too", () => {
  expect(differences("a\nb", "b\na")).toEqual(["the same lines in another order"]);
});
