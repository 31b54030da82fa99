import ts from "typescript";
import type { SourceFile, Violation } from "./tree.ts";

const listFile = "src/app/features.ts";

export interface FeatureOrder {
  features: string[];
  violations: Violation[];
}

/** The features in the order of `export const features = [people, tickets, …]`, by the folders they come from. */
export const readFeatureOrder = (files: readonly SourceFile[]): FeatureOrder => {
  const folders = [...new Set(files.flatMap(({ path }) => /^src\/features\/([^/]+)\//.exec(path)?.[1] ?? []))];
  const list = files.find(({ path }) => path === listFile);
  const features = list ? listed(list) : [];
  const missing = folders.filter((folder) => !features.includes(folder));
  return {
    features,
    violations: missing.map((folder) => ({
      rule: "features-listed",
      file: listFile,
      problem: `does not list the feature ${folder}; its place in the order says whom it may use.`,
    })),
  };
};

const listed = ({ path, text }: SourceFile): string[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const folderOf = new Map<string, string>();
  let order: string[] = [];
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) noteImports(statement, folderOf);
    if (ts.isVariableStatement(statement))
      for (const { name, initializer } of statement.declarationList.declarations)
        if (name.getText() === "features" && initializer) order = identifiersIn(initializer);
  }
  return order.flatMap((name) => folderOf.get(name) ?? []);
};

const noteImports = ({ importClause, moduleSpecifier }: ts.ImportDeclaration, folderOf: Map<string, string>): void => {
  const folder = /\/features\/([^/]+)\//.exec(moduleSpecifier.getText())?.[1];
  const bindings = importClause?.namedBindings;
  if (!folder || !bindings || !ts.isNamedImports(bindings)) return;
  for (const { name } of bindings.elements) folderOf.set(name.text, folder);
};

/** The elements of the first array literal in the expression; `as const` and `satisfies` may stand around it. */
const identifiersIn = (expression: ts.Expression): string[] => {
  if (ts.isArrayLiteralExpression(expression))
    return expression.elements.filter(ts.isIdentifier).map(({ text }) => text);
  if (ts.isAsExpression(expression) || ts.isSatisfiesExpression(expression))
    return identifiersIn(expression.expression);
  return [];
};
