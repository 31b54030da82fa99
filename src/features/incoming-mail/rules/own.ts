import { headerOf, type Received } from "./received.ts";
import type { Ignored } from "./verdict.ts";

export interface Own {
  /** Whether an X-Loop header carries the mark of this desk. */
  isOwnMark(mark: string, mail: Received): boolean;
  isOwnMessageId(messageId: string): boolean;
  isOwnAddress(address: string): boolean;
}

/** Mail that this desk has sent itself and that came back, e.g. by a forwarding rule: answering it would never end. */
export const ownMail = (mail: Received, own: Own): Ignored | undefined => {
  if (mail.messageId && own.isOwnMessageId(mail.messageId)) return { verdict: "own", reason: "own-message-id" };
  if (mail.from.some(({ address }) => own.isOwnAddress(address))) return { verdict: "own", reason: "own-address" };
  const mark = headerOf(mail, "x-loop");
  if (mark !== "" && own.isOwnMark(mark, mail)) return { verdict: "own", reason: "own-loop-header" };
  return undefined;
};
