import type { ComponentChildren } from "preact";
import { DeskLayout, type DeskLayoutProps } from "./desk-layout.tsx";

export interface AdminLayoutProps extends Pick<
  DeskLayoutProps,
  "brand" | "groups" | "account" | "search" | "actions" | "flashes"
> {
  /** `form` for settings, `wide` for tables. */
  width?: "form" | "wide" | undefined;
  children: ComponentChildren;
}

/** Settings: the desk's frame, one column of a width that suits forms. */
export const AdminLayout = ({ width = "form", children, ...frame }: AdminLayoutProps) => (
  <DeskLayout {...frame}>
    <div class={`admin-main admin-${width}`}>{children}</div>
  </DeskLayout>
);
