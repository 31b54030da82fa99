import { readFeatureOrder } from "./feature-order.ts";
import { checkHabits } from "./habits.ts";
import { checkImports } from "./imports.ts";
import { checkPlatformWords } from "./platform-words.ts";
import { checkSizes, type SizeException } from "./sizes.ts";
import { checkTables } from "./tables.ts";
import { readTree, type Violation } from "./tree.ts";

export interface ArchitectureReport {
  violations: Violation[];
  /** Source files on disk under src/, modules and imports that were really looked at. */
  files: number;
  modules: number;
  edges: number;
}

/** Checks the tree under `root` against all rules of docs/architecture.md that a program can check. */
export const checkArchitecture = async (
  root: string,
  { schema, sizeExceptions }: { schema: string; sizeExceptions: readonly SizeException[] },
): Promise<ArchitectureReport> => {
  const files = await readTree(root);
  const order = readFeatureOrder(files);
  const imports = await checkImports(root, { files, features: order.features });
  return {
    violations: [
      ...order.violations,
      ...imports.violations,
      ...checkPlatformWords(files),
      ...checkTables(files, schema),
      ...checkSizes(files, sizeExceptions),
      ...checkHabits(files),
    ],
    files: files.filter(({ path }) => /^src\/.*\.tsx?$/.test(path)).length,
    modules: imports.modules,
    edges: imports.edges,
  };
};
