import type { Catalog, Column, DomainType, Table, View } from "./catalog.ts";

const header = `-- The schema as the migrations leave it, read back from the database. Written by "npm run schema", checked by "npm test".
-- It is for reading and reviewing; a database is made by db/migrations/.`;

/** The catalog as readable SQL: the same text on every PostgreSQL from 15 to 18. */
export const schemaText = (catalog: Catalog): string =>
  [
    header,
    catalog.extensions.map((name) => `create extension ${name};`).join("\n"),
    ...catalog.enums.map(({ name, labels }) => `create type ${name} as enum (${labels.map(literal).join(", ")});`),
    ...catalog.domains.map(domainText),
    catalog.sequences.map((sequence) => `create sequence ${sequence};`).join("\n"),
    ...catalog.functions.map((definition) => `${definition.trim()};`),
    ...catalog.tables.map(tableText),
    ...catalog.views.map(viewText),
  ]
    .filter((part) => part !== "")
    .join("\n\n") + "\n";

const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

const domainText = ({ name, type, notNull, checks }: DomainType) =>
  `create domain ${[name, "as", type, ...(notNull ? ["not null"] : []), ...checks].join(" ")};`;

const tableText = (table: Table): string => {
  const lines = [
    ...table.columns.map(columnText),
    ...table.constraints.map(({ name, definition }) => `constraint ${name} ${definition}`),
  ];
  const create = `create ${table.isUnlogged ? "unlogged " : ""}table ${table.name}`;
  const ending = [
    table.partitionKey && ` partition by ${table.partitionKey}`,
    table.options.length > 0 && ` with (${table.options.join(", ")})`,
  ].filter(Boolean);
  return [
    table.partitionOf
      ? `${create} partition of ${table.partitionOf};`
      : `${create} (\n${lines.map((line) => `  ${line}`).join(",\n")}\n)${ending.join("")};`,
    ...(table.comment ? [`comment on table ${table.name} is ${literal(table.comment)};`] : []),
    ...table.columns
      .filter(({ comment }) => comment !== null)
      .map(({ name, comment }) => `comment on column ${table.name}.${name} is ${literal(comment ?? "")};`),
    ...(table.hasRowSecurity ? [`alter table ${table.name} enable row level security;`] : []),
    ...[...table.indexes, ...table.triggers, ...table.policies].map((statement) => `${statement};`),
  ].join("\n");
};

const columnText = (column: Column): string =>
  [
    column.name,
    column.type,
    column.collation && `collate ${column.collation}`,
    column.notNull && "not null",
    column.identity && `generated ${column.identity} as identity`,
    column.identity && column.sequenceOptions && `(${column.sequenceOptions})`,
    column.expression !== null &&
      (column.isGenerated ? `generated always as (${column.expression}) stored` : `default ${column.expression}`),
  ]
    .filter(Boolean)
    .join(" ");

const viewText = (view: View): string =>
  [
    `create ${view.isMaterialized ? "materialized " : ""}view ${view.name} as\n${view.definition.trimEnd().replace(/;$/, "")};`,
    ...view.indexes.map((statement) => `${statement};`),
  ].join("\n");
