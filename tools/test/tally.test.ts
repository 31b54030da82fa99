import { expect, test } from "vitest";
import { tallyCheck, tallyVitest } from "./tally.ts";

const file = (...statuses: string[]) => ({
  name: "some.test.ts",
  status: statuses.includes("failed") ? "failed" : "passed",
  assertionResults: statuses.map((status, index) => ({
    status,
    fullName: `test ${index}`,
    failureMessages: ["expected 1\n  at …"],
  })),
});

test("counts what passed and what failed", () => {
  expect(tallyVitest({ testResults: [file("passed", "passed"), file("failed", "passed")] }, 1)).toEqual({
    passed: 3,
    failed: 1,
    remarks: ["failed: test 0 (some.test.ts): expected 1"],
  });
});

test.each(["skipped", "pending", "todo", "disabled", "something new"])("a test that is %s has failed", (status) => {
  const { passed, failed, remarks } = tallyVitest({ testResults: [file("passed", status)] }, 0);
  expect({ passed, failed }).toEqual({ passed: 1, failed: 1 });
  expect(remarks).toEqual(["did not run: test 1"]);
});

test("a run without tests has failed", () => {
  expect(tallyVitest({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyVitest(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
});

test("a file that breaks before, or after, its tests has failed", () => {
  expect(tallyVitest({ testResults: [file("passed"), file()] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(tallyVitest({ testResults: [{ ...file("passed"), status: "failed" }] }, 1)).toMatchObject({ failed: 1 });
});

test("a run that ends badly has failed, even if every test passed", () => {
  expect(tallyVitest({ testResults: [file("passed")] }, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(tallyVitest({ testResults: [file("passed")] }, null)).toMatchObject({ passed: 1, failed: 1 });
});

test("a check passes when it ends well and warns of nothing", () => {
  expect(tallyCheck({ exitCode: 0, stderr: "\n" })).toMatchObject({ passed: 1, failed: 0 });
  expect(tallyCheck({ exitCode: 0, stderr: "deprecated" })).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyCheck({ exitCode: 2, stderr: "" })).toMatchObject({ passed: 0, failed: 1 });
  expect(tallyCheck({ exitCode: null, stderr: "" })).toMatchObject({ passed: 0, failed: 1 });
});
