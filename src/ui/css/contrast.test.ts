import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type Oklch = readonly [l: number, c: number, h: number];
type Scheme = "light" | "dark";

/** Relative luminance (WCAG 2.2) of an OKLCH colour, cut to sRGB as browsers cut it. Matrices: bottosson.github.io/posts/oklab. */
const luminance = ([l, c, h]: Oklch): number => {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const middle = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const channels = [
    4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * middle + 1.707614701 * short,
  ].map((channel) => Math.min(1, Math.max(0, channel)));
  const [red = 0, green = 0, blue = 0] = channels;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: Oklch, other: Oklch): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

const css = readFileSync("src/ui/css/tokens.css", "utf8").replaceAll(/\s+/g, " ");

/** The text of a token, e.g. `light-dark(oklch(…), oklch(…))`. */
const tokenText = (name: string): string => {
  const found = new RegExp(`--color-${name}: ([^;]+);`).exec(css)?.[1];
  if (!found) throw new Error(`tokens.css has no colour ${name}`);
  return found;
};

const part = (text: string, brand: Oklch): number => {
  const [l, c, h] = brand;
  const value = (word: string): number => ({ l, c, h })[word.trim()] ?? Number(word);
  const [, name, list = ""] = /^(min|max|clamp)\((.*)\)$/.exec(text.trim()) ?? [];
  const [first = 0, second = 0, third = 0] = list.split(",").map(value);
  if (name === "min") return Math.min(first, second);
  if (name === "max") return Math.max(first, second);
  if (name === "clamp") return Math.min(third, Math.max(first, second));
  return value(text);
};

/** Reads exactly what tokens.css is written in: two colours by scheme, each fixed or derived from the brand. */
const colour = (name: string, scheme: Scheme, brand: Oklch): Oklch => {
  const text = tokenText(name);
  const colours = [...text.matchAll(/oklch\(((?:[^()]|\([^()]*\))*)\)/g)].map(([, inside = ""]) => inside.trim());
  const chosen = (colours.length === 1 ? colours[0] : colours[scheme === "light" ? 0 : 1]) ?? "";
  const parts = chosen.replace(/^from var\(--brand\) /, "").match(/(?:min|max|clamp)\([^)]*\)|[^\s()]+/g) ?? [];
  const [l, c, h] = parts.map((each) => part(each, brand));
  if (l === undefined || c === undefined || h === undefined || [l, c, h].some(Number.isNaN))
    throw new Error(`cannot read ${name}: ${text}`);
  return [l, c, h];
};

const brands: Oklch[] = [0.15, 0.35, 0.5, 0.65, 0.8, 0.95].flatMap((l) =>
  [0, 0.08, 0.16, 0.26].flatMap((c) => Array.from({ length: 24 }, (_, index): Oklch => [l, c, index * 15])),
);
const shipped: Oklch = [0.47, 0.085, 205];

const worst = (front: string, back: string, scheme: Scheme): number =>
  Math.min(...[shipped, ...brands].map((brand) => contrast(colour(front, scheme, brand), colour(back, scheme, brand))));

const grounds = ["canvas", "surface", "raised", "sunken"];
const tones = ["info", "success", "warning", "danger"];
const words: [string, string][] = [
  ...["ink", "muted", "accent-ink", ...tones.map((tone) => `${tone}-ink`)].flatMap((front) =>
    grounds.map((back): [string, string] => [front, back]),
  ),
  ...tones.flatMap((tone): [string, string][] => [
    [`${tone}-ink`, `${tone}-soft`],
    ["ink", `${tone}-soft`],
    ["muted", `${tone}-soft`],
  ]),
  ["ink", "accent-soft"],
  ["muted", "accent-soft"],
  ["accent-ink", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "danger"],
];

describe.each(["light", "dark"] as const)("contrast in the %s theme, whatever colour the brand has", (scheme) => {
  it.each(words)("%s on %s is readable", (front, back) => {
    expect(worst(front, back, scheme)).toBeGreaterThanOrEqual(4.5);
  });
  it.each(
    ["canvas", "surface", "raised"].flatMap((back): [string, string][] => [
      ["line-strong", back],
      ["focus", back],
    ]),
  )("%s on %s can be seen", (front, back) => {
    expect(worst(front, back, scheme)).toBeGreaterThanOrEqual(3);
  });
});

describe("the measure itself", () => {
  it("is WCAG's", () => {
    expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 3);
    // #767676 on white: the classic 4.54:1.
    expect(contrast([0.5681, 0, 0], [1, 0, 0])).toBeCloseTo(4.54, 1);
  });
});
