import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";

/** `primary` at most once per form; `secondary` is the default; `quiet` has no border; `danger` takes something away. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

interface Look {
  kind?: ButtonKind | undefined;
  size?: "md" | "sm" | undefined;
  /** Before the words; with `iconOnly` instead of them. */
  icon?: IconName | undefined;
  iconEnd?: IconName | undefined;
  /** Shows the icon alone; the words stay as name for screen readers and as tooltip. */
  iconOnly?: boolean | undefined;
  /** Full width of its container. */
  wide?: boolean | undefined;
  /** Key that presses it, e.g. `r`, `g i`, `mod+enter`. */
  hotkey?: string | undefined;
  class?: string | undefined;
}

const buttonClass = ({ kind = "secondary", size, iconOnly, wide, class: extra }: Look): string =>
  cx("btn", `btn-${kind}`, size === "sm" && "btn-sm", iconOnly && "btn-square", wide && "btn-block", extra);

interface FaceProps extends Look {
  children?: ComponentChildren;
}
const Face = ({ icon, iconEnd, iconOnly, size, children }: FaceProps) => (
  <>
    {icon && <Icon name={icon} size={size === "sm" ? 14 : 16} />}
    {iconOnly ? <span class="sr-only">{children}</span> : children && <span class="btn-words">{children}</span>}
    {iconEnd && <Icon name={iconEnd} size={size === "sm" ? 14 : 16} />}
  </>
);

export interface ButtonProps extends Look {
  children: ComponentChildren;
  /** `submit` unless said otherwise. */
  type?: "submit" | "button" | "reset" | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** The id of a form elsewhere on the page. */
  form?: string | undefined;
  /** Sends the form to another place than its own. */
  formAction?: string | undefined;
  disabled?: boolean | undefined;
  /** Work is under way: shows a spinner, cannot be pressed again. The client sets this by itself while a form is sent. */
  busy?: boolean | undefined;
  /** Opens or closes the dialog with this id; works without script in current browsers. */
  opens?: string | undefined;
  closes?: string | undefined;
  id?: string | undefined;
}

export const Button = ({ children, opens, closes, busy, disabled, type, ...rest }: ButtonProps) => {
  const target = opens ?? closes;
  const invoker = target ? { commandfor: target, command: opens ? "show-modal" : "close" } : {};
  return (
    <button
      class={buttonClass(rest)}
      type={target ? "button" : (type ?? "submit")}
      id={rest.id}
      name={rest.name}
      value={rest.value}
      form={rest.form}
      formaction={rest.formAction}
      disabled={disabled}
      aria-disabled={busy ? "true" : undefined}
      data-busy={busy ? "" : undefined}
      data-hotkey={rest.hotkey}
      title={rest.iconOnly && typeof children === "string" ? children : undefined}
      {...invoker}
    >
      <Face {...rest}>{children}</Face>
    </button>
  );
};

export interface LinkButtonProps extends Look {
  href: string;
  children: ComponentChildren;
  download?: boolean | undefined;
}

/** Looks like a button, goes somewhere. Whatever changes something is a `Button` in a form. */
export const LinkButton = ({ href, children, download, ...rest }: LinkButtonProps) => (
  <a
    class={buttonClass(rest)}
    href={href}
    download={download}
    data-hotkey={rest.hotkey}
    title={rest.iconOnly && typeof children === "string" ? children : undefined}
  >
    <Face {...rest}>{children}</Face>
  </a>
);
