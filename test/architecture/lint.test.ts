import { join } from "node:path";
import { ESLint } from "eslint";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const eslint = new ESLint({ cwd: root });

/** The rules that a text breaks when it stands in this file, which must exist so that it has types. */
const broken = async (text: string, file = "src/platform/time.ts"): Promise<string[]> => {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return [...new Set(result!.messages.map(({ ruleId, message }) => ruleId ?? message))];
};

const typed = (name: string) => `@typescript-eslint/${name}`;

describe("the linter refuses", { timeout: 60_000 }, () => {
  test.each([
    [
      "a promise that nobody waits for",
      "export const go = () => { Promise.resolve(1); };",
      typed("no-floating-promises"),
    ],
    ["any", "export const go = (a: any) => a;", typed("no-explicit-any")],
    ["a non-null assertion", "export const go = (a?: string) => a!.length;", typed("no-non-null-assertion")],
    ["a default export", "export default 1;", "no-restricted-syntax"],
    ["a class", "export class Ticket {}", "no-restricted-syntax"],
    ["a class that only extends another", "export class Open extends Map {}", "no-restricted-syntax"],
    ["a cast through unknown", "export const go = (a: string) => a as unknown as number;", "no-restricted-syntax"],
    ["a name that says nothing", "export const handleTicket = () => 1;", "no-restricted-syntax"],
    ["a name like a pattern's", "export interface TicketManager { a: 1 }", "no-restricted-syntax"],
    ["loose comparison", "export const go = (a: string) => a == 'x';", "eqeqeq"],
    ["printing", "console.log(1);", "no-console"],
    ["an object in a text", "export const go = (a: { b: 1 }) => `${a}`;", typed("restrict-template-expressions")],
    [
      "a forgotten case",
      'export const go = (a: "b" | "c") => { switch (a) { case "b": return 1; } return 2; };',
      typed("switch-exhaustiveness-check"),
    ],
  ])("%s", async (_, text, rule) => {
    expect(await broken(text)).toContain(rule);
  });

  test("a disabled rule that is not broken", async () => {
    expect(await broken("// eslint-disable-next-line no-console\nexport const a = 1;")).toEqual([
      expect.stringContaining("Unused eslint-disable directive"),
    ]);
  });
});

describe("the linter allows", { timeout: 60_000 }, () => {
  test.each([
    ["an error as a class", "export class Gone extends Error {}", "src/platform/time.ts"],
    ["a non-null assertion in a test", "export const go = (a?: string) => a!.length;", "src/platform/log.test.ts"],
    ["printing in a tool", "console.log(1);", "tools/schema.ts"],
    ["numbers in a text", "export const go = (a: number) => `${a}`;", "src/platform/time.ts"],
  ])("%s", async (_, text, file) => {
    expect(await broken(text, file)).toEqual([]);
  });
});
