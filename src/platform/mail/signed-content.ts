/** 1.2.840.113549.1.7.2 (signed data) and 1.2.840.113549.1.7.1 (data), as DER writes them. */
const signedData = Buffer.from("2a864886f70d010702", "hex");
const plainData = Buffer.from("2a864886f70d010701", "hex");

const sequence = 0x30;
const identifier = 0x06;
const octets = 0x04;
const constructedOctets = 0x24;
const explicit0 = 0xa0;
const deepest = 20;

interface Element {
  tag: number;
  content: Buffer;
  /** Where the next one begins. */
  next: number;
}

/**
 * What was signed, out of a message that S/MIME has wrapped as a whole (RFC 8551 §3.5.2, RFC 5652 §5); undefined when it is
 * something else. The signature is not looked at.
 */
export const signedContent = (bytes: Buffer): Buffer | undefined => {
  const outer = elementAt(bytes, 0);
  if (outer?.tag !== sequence) return undefined;
  const [type, wrapped] = childrenOf(outer.content);
  if (type?.tag !== identifier || !type.content.equals(signedData) || wrapped?.tag !== explicit0) return undefined;
  const [signed] = childrenOf(wrapped.content);
  const inner = childrenOf(signed?.content ?? nothing).find(({ tag }) => tag === sequence);
  const [innerType, content] = childrenOf(inner?.content ?? nothing);
  if (!innerType?.content.equals(plainData) || content?.tag !== explicit0) return undefined;
  const [words] = childrenOf(content.content);
  return words && octetsOf(words, 0);
};

const nothing = Buffer.alloc(0);

/** Long contents are cut into pieces, which may be cut themselves. */
const octetsOf = ({ tag, content }: Element, depth: number): Buffer | undefined => {
  if (tag === octets) return content;
  if (tag !== constructedOctets || depth > deepest) return undefined;
  return Buffer.concat(childrenOf(content).flatMap((child) => octetsOf(child, depth + 1) ?? []));
};

const mostChildren = 100_000;

const childrenOf = (bytes: Buffer): Element[] => {
  const children: Element[] = [];
  for (let at = 0; at < bytes.length && children.length < mostChildren;) {
    const child = elementAt(bytes, at);
    // Two zeros end what did not say its length.
    if (!child || (child.tag === 0 && child.content.length === 0)) break;
    children.push(child);
    at = child.next;
  }
  return children;
};

const elementAt = (bytes: Buffer, at: number): Element | undefined => {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  if (first < 0x80) return element(bytes, { tag, from: at + 2, length: first });
  const count = first & 0x7f;
  if (count === 0) return endless(bytes, { tag, from: at + 2, depth: 0 });
  if (count > 4 || at + 2 + count > bytes.length) return undefined;
  return element(bytes, { tag, from: at + 2 + count, length: bytes.readUIntBE(at + 2, count) });
};

const element = (bytes: Buffer, { tag, from, length }: { tag: number; from: number; length: number }): Element => ({
  tag,
  content: bytes.subarray(from, from + length),
  next: Math.min(from + length, bytes.length),
});

/** An element without a length goes to its end mark; what is inside has to be walked through to find it. */
const endless = (
  bytes: Buffer,
  { tag, from, depth }: { tag: number; from: number; depth: number },
): Element | undefined => {
  if (depth > deepest) return undefined;
  let at = from;
  while (at + 1 < bytes.length) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, content: bytes.subarray(from, at), next: at + 2 };
    const child =
      bytes[at + 1] === 0x80
        ? endless(bytes, { tag: bytes[at] ?? 0, from: at + 2, depth: depth + 1 })
        : elementAt(bytes, at);
    if (!child || child.next <= at) return undefined;
    at = child.next;
  }
  return { tag, content: bytes.subarray(from), next: bytes.length };
};
