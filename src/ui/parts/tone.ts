import type { IconName } from "../icon-names.ts";

/** What a colour means. Never shown without a word or an icon. */
export type Tone = "neutral" | "info" | "success" | "warning" | "danger" | "muted";

/** The icon that says the same as the tone, for those who see no colours. */
export const toneIcon: Readonly<Record<Tone, IconName>> = {
  neutral: "circle",
  info: "info",
  success: "circle-check",
  warning: "triangle-alert",
  danger: "octagon-alert",
  muted: "circle-dashed",
};
