export type Presence = "reading" | "writing" | "left";

export interface PresenceFacts {
  visible: boolean;
  /** Milliseconds since the last key in the answer; `undefined` before the first. */
  sinceKey: number | undefined;
  /** Milliseconds since the last ping, and what it said. */
  sincePing: number | undefined;
  said: Presence | undefined;
}

/** A pause longer than this is no longer writing. */
const writingFor = 8_000;
/** The server forgets a person after about three missed pings. */
const every = 15_000;

/** What to tell the server now, if anything: a change at once, the same again every 15 s. */
export const presenceToTell = ({ visible, sinceKey, sincePing, said }: PresenceFacts): Presence | undefined => {
  const now = !visible ? "left" : sinceKey !== undefined && sinceKey < writingFor ? "writing" : "reading";
  if (said === undefined) return now === "left" ? undefined : now;
  if (now !== said) return now;
  return now !== "left" && sincePing !== undefined && sincePing >= every ? now : undefined;
};
