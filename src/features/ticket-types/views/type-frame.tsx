import type { ComponentChildren } from "preact";
import { LinkButton, PageHeader, Tabs, useUi } from "../../../ui/index.ts";
import type { TicketType } from "../rules/type.ts";
import { useAdminWords } from "../words.admin.ts";
import { StateTag } from "./entry-parts.tsx";
import { auditHref, typeHref, typesPath } from "./paths.ts";

const tabs = ["general", "statuses", "form", "procedure"] as const;
export type TypeTab = (typeof tabs)[number];
export const tabHref = (typeId: number, tab: TypeTab): string => typeHref(typeId, tab === "general" ? "" : `/${tab}`);

interface TypeFrameProps {
  type: TicketType;
  tab: TypeTab;
  about?: ComponentChildren;
  children: ComponentChildren;
}

/** What the pages of one type have in common. */
export const TypeFrame = ({ type, tab, about, children }: TypeFrameProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  return (
    <div class="stack">
      <PageHeader
        title={type.names[locale]}
        crumbs={[{ label: w.types, href: typesPath }]}
        actions={
          <>
            {type.isRetired && <StateTag isRetired />}
            <LinkButton href={auditHref("ticket-type", type.id)} icon="list-ordered" size="sm">
              {w.history}
            </LinkButton>
          </>
        }
      >
        {about}
      </PageHeader>
      <Tabs
        label={w.parts}
        items={tabs.map((each) => ({ href: tabHref(type.id, each), label: w.tabs[each], current: each === tab }))}
      />
      {children}
    </div>
  );
};
