import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkArchitecture, type ArchitectureReport } from "../../tools/architecture/check.ts";
import { sizeExceptions } from "../../tools/architecture/size-exceptions.ts";
import { readTree } from "../../tools/architecture/tree.ts";

const root = join(import.meta.dirname, "../..");

describe("planted violations", () => {
  const planted = join(import.meta.dirname, "planted");
  let report: ArchitectureReport;
  beforeAll(async () => {
    const schema = ["tickets", "people", "teams", "ideas"].map((name) => `create table ${name} (`).join("\n");
    report = await checkArchitecture(planted, {
      schema,
      sizeExceptions: [
        { file: "src/features/beta/long-2.ts", lines: 400, reason: "a test of numbers that may go down" },
        { file: "src/features/beta/long-3.ts", lines: 355, reason: "a test of an exception in use" },
        { file: "src/features/beta/index.ts", lines: 400, reason: "a test of an exception no longer needed" },
        { file: "src/features/beta/gone.ts", lines: 400, reason: "a test of a file that is gone" },
      ],
    });
  });

  const broken: Record<string, string[]> = {
    "features-listed": ["src/app/features.ts"],
    "no-cycles": ["src/features/beta/ping.ts"],
    "platform-below-all": ["src/platform/looks-up.ts"],
    "ui-alone": ["src/ui/looks-down.ts"],
    "app-on-top": ["src/surfaces/looks-up.ts"],
    "src-alone": ["src/features/beta/needs-tests.ts"],
    "no-development-packages": ["src/features/beta/needs-tools.ts"],
    resolvable: ["src/features/beta/leads-nowhere.ts"],
    "rules-pure": ["src/features/beta/rules/asks-store.ts", "src/features/beta/rules/reads-files.ts"],
    "sql-in-stores": ["src/features/beta/speaks-kysely.ts", "src/features/beta/speaks-sql.ts"],
    "drivers-in-platform": ["src/features/beta/sends-mail.ts"],
    "accounts-in-people": ["src/features/beta/signs-in.ts"],
    "views-dumb": ["src/features/beta/views/acts.tsx"],
    "features-by-index": ["src/features/beta/breaks-in.ts"],
    "features-by-door": ["src/surfaces/breaks-in.ts"],
    "features-in-order": ["src/features/alpha/too-early.ts"],
    "platform-without-domain": ["src/platform/knows-the-domain.ts"],
    "one-store-per-table": ["src/features/alpha/store.ts", "src/features/beta/store.ts"],
    sizes: [
      "src/features/beta/gone.ts",
      "src/features/beta/index.ts",
      "src/features/beta/long-2.ts",
      "src/features/beta/long.ts",
    ],
    "file-names": ["src/features/beta/vote-manager.ts"],
    "nothing-unfinished": ["src/features/beta/unfinished.ts"],
    "every-test-runs": ["test/left-out.test.ts"],
  };

  test.each(Object.entries(broken))("%s is reported where it is broken, and only there", (rule, files) => {
    const found = report.violations.filter((violation) => violation.rule === rule).map(({ file }) => file);
    expect([...new Set(found)].sort()).toEqual(files);
  });

  test("no other rule is broken, so that none is reported by accident", () => {
    const percentiles = ["sizes-of-files", "sizes-of-functions"];
    const rules = new Set(report.violations.map(({ rule }) => rule));
    expect([...rules].sort()).toEqual([...Object.keys(broken), ...percentiles].sort());
  });

  test("the longest files and functions are named when 95 of 100 are too long", () => {
    const named = report.violations.filter(({ rule }) => rule === "sizes-of-functions").map(({ file }) => file);
    expect(named.slice(0, 3).sort()).toEqual([
      "src/features/beta/long-2.ts:2 long2",
      "src/features/beta/long-3.ts:2 long3",
      "src/features/beta/long.ts:2 long",
    ]);
  });

  test("a tree in which dependency-cruiser reads nothing is not a clean tree", async () => {
    const { checkImports } = await import("../../tools/architecture/imports.ts");
    const files = [{ path: "src/platform/ghost.ts", text: 'import { a } from "./a.ts";\n' }];
    const { violations } = await checkImports(planted, { files, features: [] });
    expect(violations).toContainEqual(
      expect.objectContaining({ rule: "tree-was-read", file: "src/platform/ghost.ts" }),
    );
  });
});

test("the real tree is really read: every file is a module, and there are more imports than files", async () => {
  const schema = await readFile(join(root, "db/schema.sql"), "utf8");
  const report = await checkArchitecture(root, { schema, sizeExceptions });
  const onDisk = (await readTree(root)).filter(({ path }) => /^src\/.*\.tsx?$/.test(path));
  expect(onDisk.length).toBeGreaterThan(80);
  expect(report.modules).toBe(onDisk.length);
  expect(report.edges).toBeGreaterThan(onDisk.length);
  expect(report.violations.filter(({ rule }) => rule === "tree-was-read")).toEqual([]);
});
