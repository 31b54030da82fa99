import { markInitials } from "./initials.ts";
import { isMarked } from "./marks.ts";
import { oldWordsAt } from "./old-words.ts";
import { isForwardMark } from "./separators.ts";

/** Whether old words stand among what counts as new: quoted lines, a block of headers, an introduction, a forwarding mark. */
export const showsOldWords = (text: string): boolean => {
  const lines = markInitials(text.split("\n"));
  return (
    lines.some((line) => isMarked(line) || isForwardMark(line)) || oldWordsAt(lines, { isLoose: true }) !== undefined
  );
};

/** Shorter lines are greetings and the like. */
const shortestTelling = 20;

// Programs break, indent and decorate what they repeat; the letters stay.
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const tellingLines = (text: string): string[] =>
  text
    .split("\n")
    .map(plain)
    .filter((line) => line.length >= shortestTelling);

/** Whether `text` repeats a line of words that only the desk knows; what customers know already is no secret. */
export const repeatsSecret = (
  text: string,
  { secret, known }: { secret: readonly string[]; known: readonly string[] },
): boolean => {
  const said = plain(text);
  const told = known.map(plain);
  const isTold = (line: string): boolean => told.some((each) => each.includes(line));
  return secret.some((each) => {
    const whole = plain(each);
    return (
      tellingLines(each).some((line) => said.includes(line) && !isTold(line)) ||
      tellingLines(text).some((line) => whole.includes(line) && !isTold(line))
    );
  });
};
