import { cruise, type ICruiseResult } from "dependency-cruiser";
import { importRules, type ImportRule } from "./import-rules.ts";
import { isTypeScript, type SourceFile, type Violation } from "./tree.ts";

export interface ImportReport {
  violations: Violation[];
  /** What was really read, so that an empty report cannot pass for a clean one. */
  modules: number;
  edges: number;
}

/** Checks who imports whom under `root`/src. */
export const checkImports = async (
  root: string,
  { files, features }: { files: readonly SourceFile[]; features: readonly string[] },
): Promise<ImportReport> => {
  const rules = importRules(features);
  const { output } = await cruise(["src"], {
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: rules.map((rule) => ({ severity: "error", ...rule })) },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "/(planted|fixtures)/" },
    // Types are dependencies too: a cycle of types is a cycle in the reader's head.
    tsPreCompilationDeps: true,
    combinedDependencies: false,
  });
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text");
  const read = output.modules.filter(({ source }) => source.startsWith("src/") && isTypeScript(source));
  return {
    violations: [...unread(files, output), ...broken(output, rules)],
    modules: read.length,
    edges: read.reduce((sum, { dependencies }) => sum + dependencies.length, 0),
  };
};

const broken = ({ summary }: ICruiseResult, rules: readonly ImportRule[]): Violation[] =>
  summary.violations.map(({ rule, from, to, cycle }) => ({
    rule: rule.name,
    file: from,
    problem: `imports ${cycle ? cycle.map(({ name }) => name).join(" → ") : to}. ${
      rules.find(({ name }) => name === rule.name)?.comment ?? ""
    }`,
  }));

/**
 * With an unfamiliar version of TypeScript, dependency-cruiser reads no module and reports no violation. So every
 * file on disk has to be among the modules, with at least one edge if its text shows an import.
 */
const unread = (files: readonly SourceFile[], { modules }: ICruiseResult): Violation[] => {
  const edges = new Map(modules.map(({ source, dependencies }) => [source, dependencies.length]));
  return files
    .filter(({ path }) => path.startsWith("src/") && isTypeScript(path))
    .filter(({ path, text }) => {
      const found = edges.get(path);
      return found === undefined || (found === 0 && /^(import|export) [^;]*from "/m.test(text));
    })
    .map(({ path }) => ({ rule: "tree-was-read", file: path, problem: "was not read by dependency-cruiser." }));
};
