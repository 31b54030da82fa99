/** How many checks or tests of a step passed and failed. */
export interface Tally {
  passed: number;
  failed: number;
  /** What a person should know beside the numbers, one sentence each. */
  remarks: string[];
}

/** The part of Vitest's JSON report that is counted. */
export interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[];
  }[];
}

/**
 * Counts strictly: whatever has not run and passed has failed. That is a test that is skipped or only planned, a file
 * that breaks before its first test, a run that ends badly without naming a test, and a run without any tests.
 */
export const tallyVitest = (report: VitestReport | undefined, exitCode: number | null): Tally => {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: name })),
  );
  const passed = tests.filter(({ status }) => status === "passed").length;
  const left = tests.filter(({ status }) => status !== "passed" && status !== "failed");
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      assertionResults.length === 0 ||
      (status === "failed" && assertionResults.every((test) => test.status === "passed")),
  );
  const remarks = [
    ...tests
      .filter(({ status }) => status === "failed")
      .map(
        ({ fullName, file, failureMessages = [] }) => `failed: ${fullName} (${file}): ${firstLine(failureMessages)}`,
      ),
    ...left.map(({ fullName }) => `did not run: ${fullName}`),
    ...brokenFiles.map(({ name }) => `broke outside its tests, or has none: ${name}`),
    ...(tests.length === 0 ? ["no tests were collected"] : []),
  ];
  const failed = tests.length - passed + brokenFiles.length;
  if (failed === 0 && tests.length === 0) return { passed, failed: 1, remarks };
  if (failed === 0 && exitCode !== 0)
    return { passed, failed: 1, remarks: [...remarks, `Vitest ended with ${exitCode ?? "a signal"}, see above`] };
  return { passed, failed, remarks };
};

const firstLine = ([message = "without a message"]: readonly string[]): string => message.trim().split("\n")[0] ?? "";

/** One check: it passes when it ends well and warns of nothing. */
export const tallyCheck = ({ exitCode, stderr }: { exitCode: number | null; stderr: string }): Tally => {
  if (exitCode !== 0) return { passed: 0, failed: 1, remarks: [`it ended with ${exitCode ?? "a signal"}, see above`] };
  if (stderr.trim() !== "") return { passed: 0, failed: 1, remarks: ["it ended well, but with warnings"] };
  return { passed: 1, failed: 0, remarks: [] };
};
