/** In linear light, 0 to 1: red, green, blue. */
type Light = readonly [number, number, number];

const channel = (hex: string): number => {
  const value = parseInt(hex, 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

const hexOf = (light: number): string => {
  const value = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, value)) * 255)
    .toString(16)
    .padStart(2, "0");
};

const lightOf = (colour: string): Light => [
  channel(colour.slice(1, 3)),
  channel(colour.slice(3, 5)),
  channel(colour.slice(5, 7)),
];

const luminance = ([red, green, blue]: Light): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

/** With white on it at least 4.5:1, and itself at least 3:1 against black (WCAG 2.2, 1.4.3 and 1.4.11). */
const brightest = 0.18;
const darkest = 0.1012;

/** The nearest colour on which white is read, and which is seen on a light and on a dark ground. `colour` as `#rrggbb`. */
export const readableColour = (colour: string): string => {
  const light = lightOf(colour);
  const bright = luminance(light);
  const share = bright < darkest ? (darkest - bright) / (1 - bright) : 0;
  const factor = bright > brightest ? brightest / bright : 1;
  return `#${light.map((each) => hexOf((each + (1 - each) * share) * factor)).join("")}`;
};

/** WCAG's contrast of two colours, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const [bright = 0, dark = 0] = [luminance(lightOf(one)), luminance(lightOf(other))].toSorted((a, b) => b - a);
  return (bright + 0.05) / (dark + 0.05);
};
