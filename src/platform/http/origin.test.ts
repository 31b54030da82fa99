import { expect, it } from "vitest";
import { isFromOtherOrigin } from "./origin.ts";

const own = { method: "POST", host: "desk.test:3000", origin: undefined, secFetchSite: undefined };

it.each([
  ["a browser on our page", { secFetchSite: "same-origin" }, false],
  ["an address typed by hand", { secFetchSite: "none" }, false],
  ["another website", { secFetchSite: "cross-site" }, true],
  ["another host of the same site", { secFetchSite: "same-site" }, true],
  ["an older browser on our page", { origin: "http://desk.test:3000" }, false],
  ["an older browser elsewhere", { origin: "http://desk.test" }, true],
  ["a sandboxed frame", { origin: "null" }, true],
  ["a program", {}, false],
  ["reading from elsewhere", { method: "GET", secFetchSite: "cross-site" }, false],
])("%s", (_who, sent, foreign) => {
  expect(isFromOtherOrigin({ ...own, ...sent })).toBe(foreign);
});
