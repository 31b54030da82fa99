import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";

/** Something that stands where it must not. `rule` is stable: the planted violations name it. */
export interface Violation {
  rule: string;
  file: string;
  /** A sentence for the person who has to change something. */
  problem: string;
}

export interface SourceFile {
  /** From the root, with slashes: `src/platform/act.ts`. */
  path: string;
  text: string;
}

const folders = ["src", "tools", "bin", "test", "bench"];
const skipped = new Set(["node_modules", "planted", "fixtures"]);

/** Every source file under `root`, sorted by path. */
export const readTree = async (root: string): Promise<SourceFile[]> => {
  const paths: string[] = [];
  for (const folder of folders) await collect(join(root, folder), paths);
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: relative(root, path).split(sep).join("/"),
      text: await readFile(path, "utf8"),
    })),
  );
};

const collect = async (folder: string, paths: string[]): Promise<void> => {
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(missingIsEmpty)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) await collect(path, paths);
    if (entry.isFile() && /\.(ts|tsx|mjs|js|css)$/.test(entry.name)) paths.push(path);
  }
};

const missingIsEmpty = (error: unknown): [] => {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
  throw error;
};

export const isTest = (path: string): boolean => path.startsWith("test/") || /\.test\.tsx?$/.test(path);
export const isTypeScript = (path: string): boolean => /\.tsx?$/.test(path);
/** Written by a program and read by few. */
export const isGenerated = (path: string): boolean => path === "src/platform/db/schema.ts";
export const isStore = (path: string): boolean => /^src\/features\/[^/]+\/store(\.ts$|\/|-[^/]+\.ts$)/.test(path);
export const isPlatform = (path: string): boolean => path.startsWith("src/platform/");

export const lineCount = (text: string): number => text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
