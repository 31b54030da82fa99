import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { runProgram } from "./program.ts";
import { tallyCheck, tallyVitest, type Tally, type VitestReport } from "./tally.ts";

export const root = join(import.meta.dirname, "../..");

export interface Step {
  name: string;
  run(): Promise<Tally & { output: string }>;
}

/** The one that tests wait for. */
const build = "build";

const check = (name: string, ...parameters: string[]): Step => ({
  name,
  async run() {
    const ended = await runProgram(parameters, { cwd: root, niceness: name === build ? 0 : 19 });
    return { ...tallyCheck(ended), output: ended.output };
  },
});

/** The build first, then the longest. */
export const checks: readonly Step[] = [
  check(build, "tools/build-if-changed.mjs"),
  check(
    "lint",
    "node_modules/eslint/bin/eslint.js",
    "--cache",
    "--cache-location=.cache/eslint/",
    "--max-warnings=0",
    ".",
  ),
  check(
    "types",
    "node_modules/typescript/bin/tsc",
    "--noEmit",
    "--incremental",
    "--tsBuildInfoFile",
    ".cache/types.json",
  ),
  check(
    "format",
    "node_modules/prettier/bin/prettier.cjs",
    "--check",
    "--cache",
    "--cache-location=.cache/prettier",
    "--log-level=warn",
    ".",
  ),
  check("migrations", "tools/schema.ts", "--check"),
  check("architecture", "tools/architecture.ts"),
];

export const vitestProjects = ["unit", "integration", "lifecycle", "journeys", "browser"] as const;
export type Project = (typeof vitestProjects)[number];

/** Tests of one project, or with `paths` those of all projects. Their output is shown as they run. */
export const vitest = (
  name: string,
  { projects, paths = [], niceness = 0 }: { projects: readonly string[]; paths?: readonly string[]; niceness?: number },
): Step => ({
  name,
  async run() {
    const reportPath = join(root, ".cache", `tests-${name.replaceAll(/\W/g, "-")}.json`);
    await rm(reportPath, { force: true });
    const { exitCode } = await runProgram(
      [
        "node_modules/vitest/vitest.mjs",
        "run",
        ...projects.map((project) => `--project=${project}`),
        "--reporter=default",
        "--reporter=json",
        `--outputFile.json=${reportPath}`,
        ...paths,
      ],
      { cwd: root, show: true, niceness },
    );
    const report = await readFile(reportPath, "utf8").then(
      (text) => JSON.parse(text) as VitestReport,
      () => undefined,
    );
    return { ...tallyVitest(report, exitCode), output: "" };
  },
});
