const escape = 0x1b;
const shiftOut = 0x0e;
const shiftIn = 0x0f;

/** ISO-2022-KR and ISO-2022-CN: between shift-out and shift-in stand the letters of `wide` with seven bits. */
export const decodeIso2022 = (bytes: Uint8Array, wide: string): string => {
  const eight = new Uint8Array(bytes.length);
  let length = 0;
  let isWide = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    // ESC $ ) C and the like say which letters are meant.
    if (byte === escape && bytes[at + 1] === 0x24) at += 3;
    else if (byte === shiftOut || byte === shiftIn) isWide = byte === shiftOut;
    else {
      if (byte === 0x0a) isWide = false;
      eight[length++] = isWide && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
    }
  }
  return new TextDecoder(wide).decode(eight.subarray(0, length));
};

const tilde = 0x7e;
const open = 0x7b;
const close = 0x7d;

/** HZ (RFC 1843): between `~{` and `~}` stand the letters of GB 2312 with seven bits. */
export const decodeHz = (bytes: Uint8Array): string => {
  const eight = new Uint8Array(bytes.length);
  let length = 0;
  let isWide = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = bytes[at + 1];
    if (byte === tilde && (next === open || next === close)) {
      isWide = next === open;
      at++;
    } else if (byte === tilde && !isWide && (next === tilde || next === 0x0a)) {
      if (next === tilde) eight[length++] = tilde;
      at++;
    } else {
      if (byte === 0x0a) isWide = false;
      eight[length++] = isWide && byte > 0x20 && byte < 0x7f ? byte | 0x80 : byte;
    }
  }
  return new TextDecoder("gb18030").decode(eight.subarray(0, length));
};

/** ISO-2022-JP. Programs write escapes that change nothing, which the web's rules take for an attack. */
export const decodeJis = (bytes: Uint8Array): string => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");

  const needed = text.includes("\x1b") ? text.replace(/(?:\x1b[($][@-J])+(?=\x1b[($][@-J])/g, "") : text;
  return new TextDecoder("iso-2022-jp").decode(Buffer.from(needed, "latin1"));
};
