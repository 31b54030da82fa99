import { format } from "prettier";
import type { Catalog, Column, Constraint } from "./catalog.ts";

const header = `// Written by "npm run schema" from the migrated database, checked by "npm test". Do not edit.`;

const jsonTypes = `
/** What a jsonb column holds. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };`;

/** Where PostgreSQL's types and JavaScript's meet, as \`pg\` with the parsers of platform/db reads them. */
const scalars: Record<string, string> = {
  smallint: "number",
  integer: "number",
  bigint: "number",
  real: "number",
  "double precision": "number",
  numeric: "string",
  boolean: "boolean",
  text: "string",
  "character varying": "string",
  character: "string",
  citext: "string",
  uuid: "string",
  inet: "string",
  cidr: "string",
  tsvector: "string",
  "time without time zone": "string",
  date: "string",
  "timestamp with time zone": "Date",
  bytea: "Buffer",
  json: "JsonValue",
  jsonb: "JsonValue",
};

interface Names {
  enums: Map<string, string>;
  domains: Map<string, string>;
}

/** Kysely's types of every table and view. A column type that is not known to be read as what it says is an error. */
export const schemaTypes = async (catalog: Catalog, options: { printWidth: number }): Promise<string> => {
  const names: Names = {
    enums: new Map(catalog.enums.map(({ name, labels }) => [name, union(labels)])),
    domains: new Map(catalog.domains.map(({ name, type }) => [name, type])),
  };
  const tables = catalog.tables.filter((table) => table.partitionOf === null);
  const relations = [
    ...tables.map(({ name, comment, columns, constraints }) => ({
      name,
      comment,
      members: columns.map((column) => member(column, { relation: name, names, constraints })),
    })),
    ...catalog.views.map(({ name, columns }) => ({
      name,
      comment: null,
      members: columns.map((column) => member(column, { relation: name, names, constraints: [] })),
    })),
  ];
  const body = [
    ...relations.map(
      ({ name, comment, members }) =>
        `${documentation(comment)}export interface ${typeName(name)} {\n${members.join("\n")}\n}`,
    ),
    `/** Every table and view. */\nexport interface Database {\n${relations
      .map(({ name }) => `${JSON.stringify(name)}: ${typeName(name)};`)
      .join("\n")}\n}`,
  ].join("\n\n");
  const imported = ["Generated", "GeneratedAlways"].filter((name) => new RegExp(`\\b${name}<`).test(body));
  return format(
    [
      header,
      imported.length > 0 ? `import type { ${imported.join(", ")} } from "kysely";` : "",
      /\bJsonValue\b/.test(body) ? jsonTypes : "",
      body,
    ].join("\n\n"),
    { ...options, parser: "typescript" },
  );
};

/** `ticket_events` is `TicketEventsTable`; a schema in front becomes part of the name. */
const typeName = (relation: string): string =>
  relation
    .split(/[^a-zA-Z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("") + "Table";

const member = (
  column: Column,
  { relation, names, constraints }: { relation: string; names: Names; constraints: Constraint[] },
): string => {
  const known = constraints.map((constraint) => literalsOf(constraint, column)).find((found) => found !== undefined);
  const type = known ?? typeOf(column.type, names);
  if (type === undefined)
    throw new Error(`${relation}.${column.name}: say in tools/schema/schema-types.ts what ${column.type} is read as`);
  const value = column.notNull ? type : `${type} | null`;
  return `${documentation(column.comment)}${propertyName(column.name)}: ${wrapped(column, value)};`;
};

const documentation = (comment: string | null) =>
  comment === null ? "" : `/** ${comment.replaceAll("*/", "*\\/").replaceAll("\n", "\n * ")} */\n`;

const wrapped = (column: Column, value: string): string => {
  if (column.isGenerated || column.identity === "always") return `GeneratedAlways<${value}>`;
  return (column.identity ?? column.expression !== null) ? `Generated<${value}>` : value;
};

const propertyName = (quoted: string) => (quoted.startsWith('"') ? quoted : JSON.stringify(quoted));

const typeOf = (type: string, names: Names): string | undefined => {
  if (type.endsWith("[]")) {
    const element = typeOf(type.slice(0, -2), names);
    return element && `(${element})[]`;
  }
  const base = type.replace(/\(.*\)/, "");
  const domain = names.domains.get(base);
  return names.enums.get(base) ?? scalars[base] ?? (domain && typeOf(domain, names));
};

const union = (values: (string | number)[]) => values.map((value) => JSON.stringify(value)).join(" | ");

/**
 * The literals of `check (status in ('open', 'closed'))`, which the catalog prints as
 * `CHECK (status = ANY (ARRAY['open'::text, 'closed'::text]))`, of `check (status = 'open')`, and of
 * `check (roles <@ array['a', 'b'])`. A check that says anything more says nothing about the type.
 */
const literalsOf = (constraint: Constraint, column: Column): string | undefined => {
  if (constraint.kind !== "check" || constraint.columns.length !== 1 || constraint.columns[0] !== column.name)
    return undefined;
  const text = constraint.definition.replace(/::[a-z]+(?: [a-z]+)*(\[\])?/g, "");
  const name = column.name.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&");
  const list = "((?:'(?:[^']|'')*'|\\d+)(?:, (?:'(?:[^']|'')*'|\\d+))*)";
  const match = (pattern: string) => new RegExp(`^CHECK \\(+${name}\\)* ${pattern}\\)+$`).exec(text)?.[1];
  const one = match(`= ANY \\(+ARRAY\\[${list}\\]\\)*`) ?? match(`= ${list}`);
  if (one !== undefined) return union(literals(one));
  const several = match(`<@ \\(*ARRAY\\[${list}\\]\\)*`);
  return several === undefined ? undefined : `(${union(literals(several))})[]`;
};

const literals = (list: string): (string | number)[] =>
  [...list.matchAll(/'((?:[^']|'')*)'|(\d+)/g)].map(([, text, number]) =>
    text === undefined ? Number(number) : text.replaceAll("''", "'"),
  );
