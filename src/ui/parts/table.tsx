import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";

export interface Column<Row> {
  key: string;
  /** Words of the heading; with `hideHeading` for screen readers only. */
  heading: string;
  hideHeading?: boolean | undefined;
  cell(row: Row): ComponentChildren;
  /** Makes the heading a link: where it leads, and how the list is sorted by this column now. */
  sort?: { href: string; now?: "ascending" | "descending" | undefined } | undefined;
  align?: "start" | "end" | undefined;
  /** `grow` takes the room that is left and cuts long words; `fit` is as wide as its content. */
  width?: "fit" | "grow" | undefined;
  /** In the card of a narrow screen: the title line, a short fact without its name, name and value, or not at all. */
  narrow?: "title" | "fact" | "pair" | "hide" | undefined;
  /** Left out below this width of the table, so that what matters keeps its room. */
  from?: "md" | "lg" | undefined;
}

export interface Selection<Row> {
  /** The form that acts on the chosen rows. */
  form: string;
  name: string;
  valueOf(row: Row): string;
  labelOf(row: Row): string;
}

export interface TableProps<Row> {
  /** Says what the table lists; for screen readers unless `showCaption`. */
  caption: string;
  showCaption?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string;
  selection?: Selection<Row> | undefined;
  /** Sets a row off, e.g. as unread. */
  strong?(row: Row): boolean;
  /** Instead of rows when there are none; an `EmptyState`. */
  empty?: ComponentChildren;
}

const Heading = <Row,>({ column }: { column: Column<Row> }) => {
  const words = useWords();
  const { sort } = column;
  const arrow = sort?.now === "descending" ? "arrow-down" : sort?.now === "ascending" ? "arrow-up" : undefined;
  return (
    <th
      scope="col"
      role="columnheader"
      class={cx(
        `cell-${column.align ?? "start"}`,
        `cell-${column.width ?? "fit"}`,
        column.from && `cell-from-${column.from}`,
      )}
      aria-sort={sort?.now}
    >
      {sort ? (
        <a class="sort-link" href={sort.href} aria-label={words.sortBy(column.heading)}>
          {column.heading}
          <Icon name={arrow ?? "arrow-down"} size={14} class={arrow ? undefined : "sort-idle"} />
        </a>
      ) : (
        <span class={column.hideHeading ? "sr-only" : undefined}>{column.heading}</span>
      )}
    </th>
  );
};

// The explicit roles keep it a table for screen readers where narrow screens turn rows into cards by `display`.
const BodyRow = <Row,>({ row, table }: { row: Row; table: TableProps<Row> }) => {
  const words = useWords();
  const { selection } = table;
  return (
    <tr
      role="row"
      // Refreshes find the row again by its id: a tick must never move to another row.
      id={`row-${table.keyOf(row)}`}
      class={cx(table.strong?.(row) && "row-strong")}
      data-row={table.keyOf(row)}
    >
      {selection && (
        <td role="cell" class="cell-check">
          <input
            type="checkbox"
            class="checkbox"
            form={selection.form}
            name={selection.name}
            value={selection.valueOf(row)}
            aria-label={words.selectRow(selection.labelOf(row))}
            data-row-check
          />
        </td>
      )}
      {table.columns.map((column) => (
        <td
          key={column.key}
          role="cell"
          class={cx(
            `cell-${column.align ?? "start"}`,
            `cell-${column.width ?? "fit"}`,
            `narrow-${column.narrow ?? "pair"}`,
            column.from && `cell-from-${column.from}`,
          )}
          data-heading={column.narrow === undefined || column.narrow === "pair" ? column.heading : undefined}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  );
};

/**
 * Rows and columns; below 640 px of its own width each row becomes a card. With script, j and k walk the rows, Enter
 * opens the row's first link, x ticks it.
 */
export const Table = <Row,>(props: TableProps<Row>) => {
  const words = useWords();
  if (props.rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <div class="table-box">
      <table class="data-table" role="table" data-rows>
        <caption class={props.showCaption ? "data-caption" : "sr-only"}>{props.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {props.selection && (
              <th scope="col" role="columnheader" class="cell-check">
                <input type="checkbox" class="checkbox script-only" aria-label={words.selectAll} data-check-all />
              </th>
            )}
            {props.columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {props.rows.map((row) => (
            <BodyRow key={props.keyOf(row)} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </div>
  );
};
