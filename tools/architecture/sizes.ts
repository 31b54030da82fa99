import ts from "typescript";
import { isGenerated, isTest, isTypeScript, lineCount, type SourceFile, type Violation } from "./tree.ts";

/** A file that is over the limit for a reason, and by how much. The number only ever goes down. */
export interface SizeException {
  file: string;
  lines: number;
  reason: string;
}

export const limits = { file: 350, fileInGeneral: 200, functionInGeneral: 40 };

interface Measured {
  name: string;
  lines: number;
}

export const checkSizes = (files: readonly SourceFile[], exceptions: readonly SizeException[]): Violation[] => {
  const measured = files
    .filter(({ path }) => !isGenerated(path))
    .map(({ path, text }) => ({ name: path, lines: lineCount(text) }));
  const shipped = files.filter(({ path }) => isTypeScript(path) && !isTest(path) && !isGenerated(path));
  return [
    ...measured.flatMap((file) => overLimit(file, exceptions)),
    ...exceptions
      .filter(({ file }) => !measured.some(({ name }) => name === file))
      .map(({ file }) => ({ rule: "sizes", file, problem: "is gone; take it off the size exceptions." })),
    ...percentile(
      measured.filter(({ name }) => shipped.some(({ path }) => path === name)),
      { rule: "sizes-of-files", limit: limits.fileInGeneral },
    ),
    ...percentile(
      // A catalogue is hundreds of functions of one line; they would hide the long ones elsewhere.
      shipped.filter(({ path }) => !path.includes("/words.")).flatMap(measureFunctions),
      { rule: "sizes-of-functions", limit: limits.functionInGeneral },
    ),
  ];
};

const overLimit = ({ name, lines }: Measured, exceptions: readonly SizeException[]): Violation[] => {
  const exception = exceptions.find(({ file }) => file === name);
  const problem = exception ? problemOfException(lines, exception) : problemOfFile(lines);
  return problem ? [{ rule: "sizes", file: name, problem }] : [];
};

const problemOfFile = (lines: number): string | undefined =>
  lines > limits.file ? `has ${lines} lines; at most ${limits.file}. Find the seam and split it.` : undefined;

const problemOfException = (lines: number, exception: SizeException): string | undefined => {
  if (lines <= limits.file) return `has ${lines} lines by now; take it off the size exceptions.`;
  if (lines > exception.lines) return `has ${lines} lines and may have ${exception.lines}; exceptions only shrink.`;
  if (lines < exception.lines) return `has only ${lines} lines; write that into the size exceptions.`;
  return undefined;
};

/** The 95th percentile may be at most `limit`; beyond it the longest are named, as those to start with. */
const percentile = (all: readonly Measured[], { rule, limit }: { rule: string; limit: number }): Violation[] => {
  const sorted = all.toSorted((a, b) => b.lines - a.lines);
  const at = sorted[Math.floor(sorted.length * 0.05)];
  if (!at || at.lines <= limit) return [];
  return sorted.slice(0, 5).map(({ name, lines }) => ({
    rule,
    file: name,
    problem: `has ${lines} lines. 95 of 100 have at most ${at.lines}, which must be ${limit}.`,
  }));
};

/** Functions that have a name: declared, assigned to a name, or a member of an object. */
export const measureFunctions = ({ path, text }: SourceFile): Measured[] => {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Measured[] = [];
  const visit = (node: ts.Node): void => {
    const name = nameOfFunction(node);
    if (name !== undefined) {
      const line = (position: number) => source.getLineAndCharacterOfPosition(position).line;
      const start = line(node.getStart());
      found.push({ name: `${path}:${start + 1} ${name}`, lines: line(node.getEnd()) - start + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
};

const nameOfFunction = (node: ts.Node): string | undefined => {
  if ((ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)) && node.body) return node.name?.getText();
  if (!ts.isArrowFunction(node) && !ts.isFunctionExpression(node)) return undefined;
  const { parent } = node;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name.getText() : undefined;
};
