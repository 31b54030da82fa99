import ts from "typescript";
import { isGenerated, isPlatform, isStore, isTest, isTypeScript, type SourceFile, type Violation } from "./tree.ts";

/** Methods of Kysely whose first argument names tables. */
const tableMethods = new Set([
  "selectFrom",
  "insertInto",
  "updateTable",
  "deleteFrom",
  "replaceInto",
  "mergeInto",
  "innerJoin",
  "leftJoin",
  "rightJoin",
  "fullJoin",
  "crossJoin",
  "using",
  "from",
]);

interface Mention {
  file: string;
  line: number;
  table: string;
}

/** The names of the tables in a schema dump. */
export const tablesOf = (schema: string): Set<string> =>
  new Set([...schema.matchAll(/^create (?:unlogged )?table "?(\w+)"?/gm)].flatMap(([, name]) => name ?? []));

/** Every table is named by one store only, and SQL stands in stores and the platform only. */
export const checkTables = (files: readonly SourceFile[], schema: string): Violation[] => {
  const tables = tablesOf(schema);
  const mentions = files
    .filter(({ path }) => path.startsWith("src/") && isTypeScript(path) && !isTest(path) && !isGenerated(path))
    .flatMap((file) => mentionsIn(file, tables));
  const outside = mentions.filter(({ file }) => !isStore(file) && !isPlatform(file));
  return [
    ...outside.map(({ file, line, table }) => ({
      rule: "sql-in-stores",
      file,
      problem: `speaks SQL to ${table} in line ${line}. Only the platform and stores do.`,
    })),
    ...shared(mentions.filter((mention) => !outside.includes(mention))),
  ];
};

const ownerOf = (file: string): string => (isPlatform(file) ? "platform" : (file.split("/")[2] ?? file));

const shared = (mentions: readonly Mention[]): Violation[] =>
  [...Map.groupBy(mentions, ({ table }) => table)].flatMap(([table, all]) => {
    const owners = [...new Set(all.map(({ file }) => ownerOf(file)))];
    if (owners.length < 2) return [];
    return all.map(({ file, line }) => ({
      rule: "one-store-per-table",
      file,
      problem: `names ${table} in line ${line}, as do the stores of ${owners
        .filter((owner) => owner !== ownerOf(file))
        .join(" and ")}. One feature owns a table; others ask it.`,
    }));
  });

const mentionsIn = ({ path, text }: SourceFile, tables: ReadonlySet<string>): Mention[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const mentions: Mention[] = [];
  const note = (node: ts.Node, names: readonly string[]) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const table of names) if (tables.has(table)) mentions.push({ file: path, line, table });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) note(node, tablesOfCall(node));
    if ((ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && (isSqlTagged(node) || isSql(textOf(node))))
      note(node, tablesOfSql(textOf(node)));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return mentions;
};

const tablesOfCall = ({ expression, arguments: [first] }: ts.CallExpression): string[] => {
  if (!first || !ts.isPropertyAccessExpression(expression)) return [];
  // sql.table("people")
  const isSqlTable = expression.name.text === "table" && expression.expression.getText() === "sql";
  if (!isSqlTable && !tableMethods.has(expression.name.text)) return [];
  const names: readonly ts.Expression[] = ts.isArrayLiteralExpression(first) ? first.elements : [first];
  return names.filter(ts.isStringLiteralLike).map(({ text }) => bare(text.split(/\s+/)[0] ?? ""));
};

const isSqlTagged = ({ parent }: ts.Node): boolean =>
  ts.isTaggedTemplateExpression(parent) && parent.tag.getText().startsWith("sql");

const statement =
  /^\s*(select\b[^]*\bfrom|insert into|update\b[^]*\bset|delete from|with\b[^]*\bas|merge into|truncate|lock table|copy)\b/;

/** A sentence may say "Select from tickets" as well; a statement has its verb in one case, `select` or `SELECT`. */
const isSql = (text: string): boolean => statement.test(/^\s*[A-Z]{2}/.test(text) ? text.toLowerCase() : text);

const textOf = (node: ts.StringLiteralLike | ts.TemplateExpression): string =>
  ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" $ ")
    : node.text;

/** What stands after from, join, into, update, using and truncate; lists included. */
export const tablesOfSql = (text: string): string[] => {
  const item = '[\\w".]+(?:\\s+(?:as\\s+)?\\w+)?';
  const verbs = "from|join|into|update|using|truncate(?: table)?";
  // The list is only looked at, not taken: its last word, seemingly an alias, may be the next verb.
  const clauses = text.matchAll(new RegExp(`\\b(?:${verbs})\\s+(?:only\\s+)?(?=(${item}(?:\\s*,\\s*${item})*))`, "gi"));
  return [...clauses].flatMap(([, list = ""]) =>
    list.split(",").map((each) => bare(each.trim().split(/\s+/)[0] ?? "")),
  );
};

const bare = (name: string): string => name.replaceAll('"', "").replace(/^public\./, "");
