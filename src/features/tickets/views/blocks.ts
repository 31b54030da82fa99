import type { Message, TimelineEntry } from "../rules/sight.ts";

export type LetterEntry = TimelineEntry & { message: Message };

/** A letter, or the changes between two letters. */
export type Block = LetterEntry | readonly TimelineEntry[];
export const isLetter = (block: Block): block is LetterEntry => !Array.isArray(block);

/**
 * The timeline as it is laid out. Changes that follow each other stand together, so that they can be folded; one with
 * which somebody said something, e.g. why he declines, stands alone and so in sight.
 */
export const blocksOf = (entries: readonly TimelineEntry[]): Block[] => {
  const blocks: Block[] = [];
  for (const entry of entries) {
    if (entry.message) {
      // Words that were taken back are back in the composer; the history says that it happened.
      if (entry.message.takenBackAt === null) blocks.push({ ...entry, message: entry.message });
      continue;
    }
    const last = blocks.at(-1);
    if (last && !isLetter(last) && !isSaid(entry) && !last.some(isSaid)) blocks[blocks.length - 1] = [...last, entry];
    else blocks.push([entry]);
  }
  return blocks;
};

const isSaid = ({ payload: { reason, words, versionReason } }: TimelineEntry): boolean =>
  [reason, words, versionReason].some((each) => typeof each === "string" && each !== "");
