import { expect, test } from "vitest";
import { isOnlyHere } from "./only-here.ts";

test.each([
  ["http://localhost:3000", true],
  ["http://127.0.0.1", true],
  ["http://[::1]:8080", true],
  ["https://support.example.org", false],
  ["http://10.0.0.7:3000", false],
  ["https://localhost.example.org", false],
])("%s leads only here: %s", (url, only) => {
  expect(isOnlyHere(url)).toBe(only);
});
