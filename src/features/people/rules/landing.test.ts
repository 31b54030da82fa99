import { describe, expect, it } from "vitest";
import { paperCast } from "../../../../test/support/cast.ts";
import { landingOf } from "./landing.ts";

const { ann, cy } = paperCast;

describe("after signing in", () => {
  it.each([
    ["/requests/10482", "/requests/10482"],
    ["/?q=a%20b#top", "/?q=a%20b#top"],
    ["/held/abc", "/held/abc"],
    ["/passwords-explained", "/passwords-explained"],
  ])("%s is gone to", (wish, landing) => {
    expect(landingOf(cy, wish)).toBe(landing);
    expect(landingOf(ann, wish)).toBe(landing);
  });

  it.each([
    "",
    "requests",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https://evil.example/",
    "javascript:alert(1)",
    "/\t/evil.example",
    "/sign-in",
    "/sign-in?next=/",
    "/sign-out",
    "/password/abc",
    "/set-up/abc",
    "/register",
  ])("%j is not, but the start page", (wish) => {
    expect(landingOf(cy, wish)).toBe("/");
    expect(landingOf(ann, wish)).toBe("/desk");
  });
});
