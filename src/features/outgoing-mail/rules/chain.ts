export interface Chain {
  /** Message-IDs in angle brackets, the root first. */
  references: readonly string[];
  inReplyTo: string | null;
}

/** Some mail programs forget long lists of references, and then show no thread at all. */
const mostReferences = 10;

/**
 * How a mail follows the one before in the recipient's mail program (RFC 5322 §3.6.4): programs that look only for a
 * message that they have find that one; those that look for what messages have in common find the root. What the
 * recipient has written since then is what is answered.
 */
export const chainOf = (
  own: Chain,
  previous: { messageId: string; references: readonly string[] } | undefined,
): Chain => {
  const before = previous ? [...previous.references, previous.messageId] : [];
  const since = own.references.filter((id) => !before.includes(id));
  const [root, ...all] = [...new Set([...own.references.slice(0, 1), ...before, ...since])];
  if (root === undefined) return own;
  const references = [root, ...all.slice(1 - mostReferences)];
  return { references, inReplyTo: references.at(-1) ?? null };
};
