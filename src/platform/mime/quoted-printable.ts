const hex = new Int8Array(256).fill(-1);
for (const [value, letter] of Array.from("0123456789abcdef").entries()) {
  hex[letter.charCodeAt(0)] = value;
  hex[letter.toUpperCase().charCodeAt(0)] = value;
}

const equals = 0x3d;
const lf = 0x0a;
const cr = 0x0d;
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

/** Quoted-printable without ever failing: what is no code stays as it stands. In a header line ends mean nothing. */
export const decodeQuotedPrintable = (bytes: Buffer, { isHeader = false } = {}): Buffer => {
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  /** Up to here it was written as a code, and so was meant. */
  let meant = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === equals) {
      const high = hex[bytes[at + 1] ?? 0] ?? -1;
      const low = hex[bytes[at + 2] ?? 0] ?? -1;
      if (high >= 0 && low >= 0) {
        out[length++] = high * 16 + low;
        meant = length;
        at += 2;
        continue;
      }
      const next = softBreakEnd(bytes, at + 1);
      if (next > 0) {
        at = next - 1;
        continue;
      }
    } else if (byte === lf && !isHeader) {
      length = withoutBlanksBefore(out, { length, meant });
    }
    out[length++] = byte;
  }
  return out.subarray(0, length);
};

/** Where the text goes on after a `=` at a line's end, also with blanks behind it; 0 when it is none. */
const softBreakEnd = (bytes: Buffer, from: number): number => {
  let at = from;
  while (isBlank(bytes[at])) at++;
  if (at >= bytes.length) return at;
  if (bytes[at] === cr) at++;
  return bytes[at] === lf ? at + 1 : bytes[at - 1] === cr ? at : 0;
};

/** Blanks at a line's end came on the way (RFC 2045 §6.7); those that were meant are encoded. */
const withoutBlanksBefore = (out: Buffer, { length, meant }: { length: number; meant: number }): number => {
  const hasCr = length > meant && out[length - 1] === cr;
  let end = hasCr ? length - 1 : length;
  while (end > meant && isBlank(out[end - 1])) end--;
  if (hasCr) out[end++] = cr;
  return end;
};
