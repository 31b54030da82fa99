import { Menu, MenuButton, MenuLink, MenuSeparator, Tag } from "../../../ui/index.ts";
import type { Entry, Kind } from "../types.ts";
import type { Use } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { partHref, productHref } from "./paths.ts";

export const StateTag = ({ isRetired }: { isRetired: boolean }) => {
  const w = useAdminWords();
  return isRetired ? (
    <Tag icon="archive">{w.retired}</Tag>
  ) : (
    <Tag tone="success" icon="circle-check" look="plain">
      {w.active}
    </Tag>
  );
};

/** How many tickets name it, as a link to them. */
export const UsedBy = ({ use: { count, href } }: { use: Use }) => {
  const said = useAdminWords().uses({ count });
  return count > 0 ? (
    <a class="text-link" href={href}>
      {said}
    </a>
  ) : (
    <span class="muted">{said}</span>
  );
};

interface EntryMenuProps {
  productId: number;
  entry: Entry & { name: string; isRetired: boolean };
  use: Use;
  place: { isFirst: boolean; isLast: boolean };
  /** The list of products instead of the product's own page. */
  isInList?: boolean;
}

/** Order and end of a product, a version or a module. What is in use can only be retired, so that alone is offered. */
export const EntryMenu = ({ productId, entry, use, place, isInList = false }: EntryMenuProps) => {
  const w = useAdminWords();
  const fields: Record<string, string> = {
    kind: entry.kind,
    id: String(entry.id),
    ...(isInList && { back: "list" }),
  };
  const move = { action: productHref(productId, "/move"), name: "to", fields };
  const end = { action: productHref(productId, "/end"), name: "to", fields };
  return (
    <Menu label={w.more({ name: entry.name })} iconOnly size="sm" kind="quiet" align="end">
      <MenuLink href={editHref(productId, entry)} icon="pencil">
        {w.edit}
      </MenuLink>
      {!place.isFirst && (
        <MenuButton {...move} value="up" icon="arrow-up">
          {w.up}
        </MenuButton>
      )}
      {!place.isLast && (
        <MenuButton {...move} value="down" icon="arrow-down">
          {w.down}
        </MenuButton>
      )}
      <MenuSeparator />
      <MenuButton {...end} value={entry.isRetired ? "restore" : "retire"} icon={entry.isRetired ? "undo-2" : "archive"}>
        {entry.isRetired ? w.restore : w.retire}
      </MenuButton>
      {use.count === 0 && (
        <MenuButton {...end} value="delete" icon="trash" danger>
          {w.delete}
        </MenuButton>
      )}
    </Menu>
  );
};

const editHref = (productId: number, { kind, id }: { kind: Kind; id: number }): string =>
  kind === "product" ? productHref(id) : partHref(productId, kind, id);
