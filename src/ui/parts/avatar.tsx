import { cx } from "../cx.ts";
import { avatarHue, initialsOf } from "./initials.ts";

export interface AvatarProps {
  name: string;
  /** A picture from our own storage. */
  src?: string | undefined;
  size?: "xs" | "sm" | "md" | "lg" | undefined;
  /** Said aloud and shown on hover; leave it out where the name stands beside it. */
  labelled?: boolean | undefined;
}

/** Initials on a colour that always is the same for the same name. */
export const Avatar = ({ name, src, size = "md", labelled }: AvatarProps) => (
  <span
    class={cx("face", `face-${size}`, `face-${avatarHue(name)}`)}
    role={labelled ? "img" : undefined}
    aria-label={labelled ? name : undefined}
    aria-hidden={labelled ? undefined : "true"}
    title={labelled ? name : undefined}
  >
    {src ? <img src={src} alt="" loading="lazy" /> : initialsOf(name)}
  </span>
);

export interface AvatarsProps {
  names: readonly string[];
  /** Beyond these a number is shown. */
  most?: number | undefined;
  size?: "xs" | "sm" | undefined;
}

/** Several people, overlapping. */
export const Avatars = ({ names, most = 3, size = "sm" }: AvatarsProps) => (
  <span class="faces" title={names.join(", ")}>
    <span class="sr-only">{names.join(", ")}</span>
    {names.slice(0, most).map((name) => (
      <Avatar key={name} name={name} size={size} />
    ))}
    {names.length > most && (
      <span class={cx("face", `face-${size}`, "face-more")} aria-hidden="true">
        +{names.length - most}
      </span>
    )}
  </span>
);
