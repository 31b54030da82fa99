/** Our own ids stand near the beginning, in the report or in the headers of the mail that came back. */
const longest = 500_000;

/** Which mails of ours a report speaks of: by every Message-ID in it that is ours, whatever form the report has. */
export const reportedMessageIds = (raw: Buffer, isOwn: (messageId: string) => boolean): string[] => {
  const unfolded = raw
    .subarray(0, longest)
    .toString("latin1")
    .replace(/\r?\n[ \t]+/g, " ");
  return [...new Set(unfolded.match(/<[^<>\s]{1,300}>/g) ?? [])].filter(isOwn);
};
