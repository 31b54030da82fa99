/** Writes the lines of a text as a browser would lay them out: blanks run together, blocks stand in lines of their own. */
export interface LineWriter {
  say(text: string): void;
  breakLine(): void;
  /** `isSpaced`: with an empty line around it. */
  startBlock(isSpaced: boolean): void;
  endBlock(isSpaced: boolean): void;
  /** Goes one quotation deeper, or back. */
  quote(step: 1 | -1): void;
  preformat(step: 1 | -1): void;
  tab(): void;
  isAtStart(): boolean;
  position(): number;
  /** What was written from a position on, when it is not longer than `most`; otherwise its end. */
  since(position: number, most: number): string;
  /** Lines that are finished. */
  lineCount(): number;
  lines(): string[];
}

/** Deeper quotations are marked as if they were this deep: each level costs a character in every line. */
const deepestQuote = 20;

export const lineWriter = (): LineWriter => {
  const lines: string[] = [];
  let line = "";
  let hasWords = false;
  let isBlankDue = false;
  let isGapDue = false;
  let quotes = 0;
  let pre = 0;
  let length = 0;

  const prefix = (): string => (quotes > 0 ? `${">".repeat(Math.min(quotes, deepestQuote))} ` : "");
  const push = (text: string): void => {
    lines.push(text);
    length += text.length + 1;
  };
  const begin = (): void => {
    if (hasWords) return;
    if (isGapDue && lines.length > 0) push(prefix());
    isGapDue = false;
    line = prefix();
    hasWords = true;
  };
  const end = (): void => {
    if (!hasWords) return;
    push(line);
    line = "";
    hasWords = false;
    isBlankDue = false;
  };
  const sayCollapsed = (text: string): void => {
    const words = text.replace(/[ \t\r\n\f]+/g, " ");
    if (words === "") return;
    if (words === " ") {
      isBlankDue = hasWords;
      return;
    }
    const isNew = !hasWords;
    begin();
    const bare = words.trim() === "" ? words : words.replace(/^ | $/g, "");
    line += `${!isNew && (isBlankDue || words.startsWith(" ")) ? " " : ""}${bare}`;
    isBlankDue = words.endsWith(" ");
  };
  return {
    say(text) {
      if (pre === 0) {
        sayCollapsed(text);
        return;
      }
      const [first = "", ...rest] = text.replace(/\r\n?/g, "\n").split("\n");
      if (first !== "") {
        begin();
        line += first;
      }
      for (const each of rest) {
        begin();
        end();
        if (each !== "") {
          begin();
          line += each;
        }
      }
    },
    breakLine() {
      begin();
      end();
    },
    startBlock(isSpaced) {
      end();
      isGapDue ||= isSpaced;
    },
    endBlock(isSpaced) {
      end();
      isGapDue ||= isSpaced;
    },
    quote(step) {
      end();
      quotes += step;
    },
    preformat(step) {
      pre += step;
    },
    tab() {
      line = `${line.trimEnd()}\t`;
      isBlankDue = false;
    },
    isAtStart: () => !hasWords,
    position: () => length + (hasWords ? line.length : 0),
    since(position, most) {
      const from = Math.max(position, length + line.length - most);
      let first = lines.length;
      let at = length;
      while (first > 0 && at > from) at -= (lines[--first]?.length ?? 0) + 1;
      return [...lines.slice(first), ...(hasWords ? [line] : [])].join("\n").slice(Math.max(0, from - at));
    },
    lineCount: () => lines.length,
    lines: () => [...lines, ...(hasWords ? [line] : [])],
  };
};
