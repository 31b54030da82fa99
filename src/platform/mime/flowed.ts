/**
 * Text in format=flowed (RFC 3676) with the paragraphs that were meant: lines that end with a blank go on in the next one of
 * the same quotation. `delSp`: that blank is none of the text's own.
 */
export const unflow = (text: string, { delSp }: { delSp: boolean }): string => {
  const lines: string[] = [];
  let open: { depth: number; pieces: string[] } | undefined;
  const end = (): void => {
    if (open) lines.push(marked(open.depth, open.pieces.join("")));
    open = undefined;
  };
  for (const raw of text.split("\n")) {
    const depth = /^>*/.exec(raw)?.[0].length ?? 0;
    // A blank in front protects what would read as a quotation or a mailbox's "From ".
    const line = raw.slice(depth).replace(/^ /, "");
    const isSignature = line === "-- ";
    if (open && (open.depth !== depth || isSignature)) end();
    const flows = line.endsWith(" ") && !isSignature;
    const words = flows && delSp ? line.slice(0, -1) : line;
    if (open) open.pieces.push(words);
    else open = { depth, pieces: [words] };
    if (!flows) end();
  }
  end();
  return lines.join("\n");
};

const marked = (depth: number, line: string): string => {
  if (depth === 0) return line;
  return line === "" ? ">".repeat(depth) : `${">".repeat(depth)} ${line}`;
};
