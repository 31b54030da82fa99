/**
 * What of a mail's style is kept: how strong, how struck out, in which colour words are ("my answers in red"). As classes
 * of ours, because a style could place words over the page, load things, or hide them.
 */
export const saidClasses = [
  "said-bold",
  "said-italic",
  "said-underlined",
  "said-struck",
  "said-marked",
  "said-centred",
  "said-right",
  "said-red",
  "said-orange",
  "said-green",
  "said-blue",
  "said-purple",
] as const;

type SaidClass = (typeof saidClasses)[number];

const longest = 1_000;

export const classesOfStyle = (style: string, colour = ""): SaidClass[] => {
  const rules = new Map(
    style
      .slice(0, longest)
      .toLowerCase()
      .split(";")
      .map((rule): [string, string] => [
        rule.slice(0, rule.indexOf(":")).trim(),
        rule.slice(rule.indexOf(":") + 1).trim(),
      ]),
  );
  const is = (name: string, value: RegExp): boolean => value.test(rules.get(name) ?? "");
  const decoration = `${rules.get("text-decoration") ?? ""} ${rules.get("text-decoration-line") ?? ""}`;
  const hue = hueOf(rules.get("color") ?? colour);
  const ground = rules.get("background-color") ?? rules.get("background") ?? "";
  return [
    ...(is("font-weight", /^(bold|bolder|[6-9]00)\b/) ? (["said-bold"] as const) : []),
    ...(is("font-style", /^(italic|oblique)\b/) ? (["said-italic"] as const) : []),
    ...(/\bunderline\b/.test(decoration) ? (["said-underlined"] as const) : []),
    ...(/\bline-through\b/.test(decoration) ? (["said-struck"] as const) : []),
    ...(isMarker(ground) ? (["said-marked"] as const) : []),
    ...(is("text-align", /^center\b/) ? (["said-centred"] as const) : []),
    ...(is("text-align", /^(right|end)\b/) ? (["said-right"] as const) : []),
    ...(hue ? [hue] : []),
  ];
};

const named: Readonly<Record<string, string>> = {
  red: "#ff0000",
  crimson: "#dc143c",
  darkred: "#8b0000",
  firebrick: "#b22222",
  maroon: "#800000",
  orange: "#ffa500",
  darkorange: "#ff8c00",
  green: "#008000",
  darkgreen: "#006400",
  forestgreen: "#228b22",
  lime: "#00ff00",
  teal: "#008080",
  blue: "#0000ff",
  darkblue: "#00008b",
  navy: "#000080",
  royalblue: "#4169e1",
  steelblue: "#4682b4",
  purple: "#800080",
  magenta: "#ff00ff",
  fuchsia: "#ff00ff",
  violet: "#ee82ee",
  yellow: "#ffff00",
};

type Rgb = readonly [number, number, number];

const rgbOf = (value: string): Rgb | undefined => {
  const text = named[value.trim()] ?? value.trim();
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})\b/.exec(text);
  if (long) return [parseInt(long[1] ?? "", 16), parseInt(long[2] ?? "", 16), parseInt(long[3] ?? "", 16)];
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return [parseInt(short[1] ?? "", 16) * 17, parseInt(short[2] ?? "", 16) * 17, parseInt(short[3] ?? "", 16) * 17];
  const rgb = /^rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})/.exec(text);
  return rgb ? [Number(rgb[1]), Number(rgb[2]), Number(rgb[3])] : undefined;
};

/** Grey says nothing, and links are blue by themselves: only a colour that somebody chose is one. */
const hueOf = (value: string): SaidClass | undefined => {
  const rgb = rgbOf(value);
  if (!rgb) return undefined;
  const [red, green, blue] = rgb;
  const most = Math.max(red, green, blue);
  const span = most - Math.min(red, green, blue);
  if (span < 90) return undefined;
  const sixth =
    most === red
      ? ((green - blue) / span + 6) % 6
      : most === green
        ? (blue - red) / span + 2
        : (red - green) / span + 4;
  const degrees = sixth * 60;
  if (degrees < 18 || degrees >= 335) return "said-red";
  if (degrees < 65) return "said-orange";
  if (degrees < 175) return "said-green";
  return degrees < 262 ? "said-blue" : "said-purple";
};

/** The ground of a highlighter: light and strong. */
const isMarker = (value: string): boolean => {
  const rgb = rgbOf(value);
  return rgb !== undefined && Math.max(...rgb) > 200 && Math.max(...rgb) - Math.min(...rgb) > 120;
};
