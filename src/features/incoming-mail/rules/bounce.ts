/** What a delivery report says of our mail, read from the raw message: reports come in too many shapes to be taken apart. */
export interface BounceReport {
  /** Every Message-ID of ours that stands in it, in angle brackets. */
  messageIds: string[];
  /** False for "still trying": nothing is lost yet. */
  isFinal: boolean;
  /** The other server's words, or a sentence with the status; empty when there are none. */
  diagnostic: string;
}

/** `raw`: the start of the message, decoded as Latin-1. `isOwn` says whether a Message-ID is one of ours. */
export const readBounce = (raw: string, isOwn: (messageId: string) => boolean): BounceReport => {
  const unfolded = raw.replace(/\r?\n[ \t]+/g, " ");
  const field = (name: string): string =>
    new RegExp(`^${name}:[ \\t]*(.{1,1000})$`, "im").exec(unfolded)?.[1]?.trim() ?? "";
  const action = field("action").toLowerCase();
  const diagnostic = field("diagnostic-code").replace(/^(smtp|x-[\w-]+)\s*;\s*/i, "");
  const status = field("status");
  return {
    messageIds: [...new Set(unfolded.match(/<[^<>\s]{1,300}>/g) ?? [])].filter(isOwn),
    isFinal: !["delayed", "relayed", "expanded", "delivered"].includes(action) && !status.startsWith("4."),
    diagnostic: diagnostic || status,
  };
};
