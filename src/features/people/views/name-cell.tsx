import type { ComponentChildren } from "preact";

interface NameCellProps {
  /** The name, as a link where there is a page. */
  children: ComponentChildren;
  /** What tells people of one name apart. */
  about?: readonly (string | null | undefined)[];
}

/**
 * A person in a table: the address stands below the name, not in a column of its own, because addresses cannot be broken
 * like words and a long one would leave the name no room.
 */
export const NameCell = ({ children, about = [] }: NameCellProps) => {
  const facts = about.filter(Boolean).join(" · ");
  return (
    <>
      <span class="row">{children}</span>
      {facts && <span class="muted small block wrap-anywhere whitespace-normal">{facts}</span>}
    </>
  );
};
