import { h } from "preact";
import { cx } from "./cx.ts";
import type { IconName } from "./icon-names.ts";
import shapesFile from "./icon-shapes.json" with { type: "json" };

type Shape = Readonly<Record<string, string>> & { readonly tag: string };
// Some shapes have no radius or no path; TypeScript writes that as "may be undefined" into every one of them.
const shapes: Readonly<Record<IconName, readonly Partial<Shape>[]>> = shapesFile;

export interface IconProps {
  name: IconName;
  /** Edge in pixels; 16 beside text, 20 alone in a button, 24 and 32 for empty states. */
  size?: 14 | 16 | 20 | 24 | 32;
  /** Said aloud when the icon stands alone. Leave it out beside a word: then the icon is decoration. */
  label?: string | undefined;
  class?: string | undefined;
}

/** A lucide icon drawn into the page, in the colour of the text around it. */
export const Icon = ({ name, size = 16, label, class: extra }: IconProps) => (
  <svg
    class={cx("icon", extra)}
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width={size >= 24 ? 1.75 : 2}
    stroke-linecap="round"
    stroke-linejoin="round"
    role={label ? "img" : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : "true"}
    focusable="false"
  >
    {shapes[name].map(({ tag = "path", ...attributes }) => h(tag, attributes))}
  </svg>
);
