import type { ComponentChildren } from "preact";
import { Breadcrumbs, type Crumb } from "./breadcrumbs.tsx";

export interface PageHeaderProps {
  title: ComponentChildren;
  /** Above the title: where this page belongs. */
  crumbs?: readonly Crumb[] | undefined;
  /** Below the title: one sentence or a row of facts. */
  children?: ComponentChildren;
  /** Buttons, the main one last. */
  actions?: ComponentChildren;
}

/** The one `h1` of a page. */
export const PageHeader = ({ title, crumbs, children, actions }: PageHeaderProps) => (
  <header class="page-head">
    {crumbs && <Breadcrumbs items={crumbs} />}
    <div class="page-head-row">
      <h1>{title}</h1>
      {actions && <div class="row page-head-actions">{actions}</div>}
    </div>
    {children && <div class="page-head-about">{children}</div>}
  </header>
);
