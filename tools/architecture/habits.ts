import { basename, dirname } from "node:path/posix";
import { isTest, isTypeScript, type SourceFile, type Violation } from "./tree.ts";

/** Names that say nothing, unfinished work, and tests that do not run. */
export const checkHabits = (files: readonly SourceFile[]): Violation[] => [
  ...files.flatMap(({ path }) => nameProblems(path).map((problem) => ({ rule: "file-names", file: path, problem }))),
  ...files.flatMap((file) =>
    marks(file, unfinished).map((violation) => ({ rule: "nothing-unfinished", ...violation })),
  ),
  ...files
    .filter(({ path }) => isTest(path) && isTypeScript(path))
    .flatMap((file) => marks(file, notRun).map((violation) => ({ rule: "every-test-runs", ...violation }))),
];

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const empty =
  /(^|-)(manager|service|services|helper|helpers|util|utils|base|impl|data|info|common|misc)$|^(handle|process)-/;

const nameProblems = (path: string): string[] => {
  const stem = basename(path).replace(/\.\w+$/, "");
  const folders = dirname(path).split("/");
  return [
    ...(kebab.test(stem) ? [] : ["is not named in kebab-case."]),
    // What a style sheet's layers are called is CSS's own language.
    ...(path.endsWith(".css") ? [] : [stem.split(".")[0] ?? "", ...folders])
      .filter((name) => empty.test(name))
      .map((name) => `“${name}” says nothing about what is inside.`),
  ];
};

// In pieces, so that this file does not find itself.
const unfinished = new RegExp(`\\b(${["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"].join("|")})\\b`);
const notRun = /\b(test|it|describe)(\.\w+)*\.(skip|only|todo|skipIf|runIf|fails)\b/;

const marks = ({ path, text }: SourceFile, mark: RegExp): { file: string; problem: string }[] =>
  text.split("\n").flatMap((line, index) => {
    const [found] = mark.exec(line) ?? [];
    return found === undefined ? [] : [{ file: path, problem: `has “${found}” in line ${index + 1}.` }];
  });
