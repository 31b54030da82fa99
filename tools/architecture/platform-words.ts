import { isGenerated, isPlatform, isTest, type SourceFile, type Violation } from "./tree.ts";

/** Words of the domain, singular. The platform could carry any other program, and so knows none of them. */
const domainWords = new Set(
  `ticket customer organisation organization requester assignee agent team article knowledge idea vote voter
   fleet approval approver escalation escalate sla technician helpdesk macro procedure rating survey`
    .split(/\s+/)
    .concat("kunde", "anfrage", "störung"),
);

/** Files that may name some of them, each with the reason. */
const exceptions: { file: string; words: string[]; reason: string }[] = [
  {
    file: "src/platform/actor.ts",
    words: ["customer", "agent", "organisation", "team"],
    reason: "Who acts is the one thing of the domain that every layer has to know.",
  },
  {
    file: "src/platform/http/access.ts",
    words: ["agent"],
    reason: "A route declares which of these actors it lets in.",
  },
  {
    file: "src/platform/mail/html-text.ts",
    words: ["article"],
    reason: "It is a tag of HTML.",
  },
  {
    file: "src/platform/mail/html-text.ts",
    words: ["article"],
    reason: "HTML has an element of this name.",
  },
];

export const checkPlatformWords = (files: readonly SourceFile[]): Violation[] => {
  const platform = files.filter(({ path }) => isPlatform(path) && !isTest(path) && !isGenerated(path));
  const found = platform.flatMap((file) => wordsIn(file));
  const allowed = (file: string, word: string) =>
    exceptions.some((exception) => exception.file === file && exception.words.includes(word));
  return [
    ...found
      .filter(({ file, word }) => !allowed(file, word))
      .map(({ file, word, line }) => ({
        rule: "platform-without-domain",
        file,
        problem: `says “${word}” in line ${line}. The platform knows no word of the domain.`,
      })),
    ...exceptions
      .filter(({ file }) => platform.some(({ path }) => path === file))
      .flatMap(({ file, words }) => words.map((word) => ({ file, word })))
      .filter(({ file, word }) => !found.some((each) => each.file === file && each.word === word))
      .map(({ file, word }) => ({
        rule: "platform-without-domain",
        file,
        problem: `no longer says “${word}”; take it off the exceptions in tools/architecture/platform-words.ts.`,
      })),
  ];
};

const wordsIn = ({ path, text }: SourceFile): { file: string; word: string; line: number }[] =>
  withoutComments(text)
    .split("\n")
    .flatMap((line, index) =>
      line
        // The header's name, not our agents.
        .replaceAll(/user[-_ ]?agent/gi, "")
        .replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
        .split(/[^\p{L}]+/u)
        .map((word) => singular(word.toLowerCase()))
        .filter((word) => domainWords.has(word))
        .map((word) => ({ file: path, word, line: index + 1 })),
    );

/** Examples in comments may be of the domain. Line numbers stay. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, "")).replaceAll(/(^|\s)\/\/.*$/gm, "$1");

const singular = (word: string): string =>
  word.endsWith("s") && domainWords.has(word.slice(0, -1)) ? word.slice(0, -1) : word;
