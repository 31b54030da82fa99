/** What every compressed text may refer to (MS-OXRTFCP §2.1.2.1). */
const known =
  "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

const compressed = 0x75465a4c;
const uncompressed = 0x414c454d;
const windowSize = 4_096;
/** In bytes. */
const longest = 8_000_000;

/** RTF as Outlook compresses it (MS-OXRTFCP); undefined when it is none. */
export const decompressRtf = (bytes: Buffer): Buffer | undefined => {
  if (bytes.length < 16) return undefined;
  const kind = bytes.readUInt32LE(8);
  if (kind === uncompressed) return bytes.subarray(16, 16 + longest);
  if (kind !== compressed) return undefined;
  const size = Math.min(bytes.readUInt32LE(4), longest, bytes.length * 10);
  const out = Buffer.alloc(size);
  const window = Buffer.alloc(windowSize);
  window.write(known, "latin1");
  let written = 0;
  let head = known.length;
  const put = (byte: number): void => {
    if (written < size) out[written++] = byte;
    window[head] = byte;
    head = (head + 1) % windowSize;
  };
  for (let at = 16; at < bytes.length && written < size;) {
    const control = bytes[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < bytes.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(bytes[at++] ?? 0);
        continue;
      }
      if (at + 1 >= bytes.length) return out.subarray(0, written);
      const reference = bytes.readUInt16BE(at);
      at += 2;
      const from = reference >> 4;
      // A reference to where nothing has been written yet ends the text.
      if (from === head) return out.subarray(0, written);
      for (let step = 0; step < (reference & 15) + 2; step++) put(window[(from + step) % windowSize] ?? 0);
    }
  }
  return out.subarray(0, written);
};
