/** Writes small files in Outlook's formats, as far as tests need them. */

/** `narrow`: text in one of the character sets before Unicode. */
export type Property = readonly [id: number, value: string | Buffer | number | { narrow: Buffer }];

const types = { text: 0x001f, narrow: 0x001e, bytes: 0x0102, number: 0x0003 } as const;

const typeOf = (value: Property[1]): number =>
  typeof value === "string"
    ? types.text
    : typeof value === "number"
      ? types.number
      : Buffer.isBuffer(value)
        ? types.bytes
        : types.narrow;

const bytesOf = (value: Property[1]): Buffer => {
  if (typeof value === "string") return Buffer.from(value, "utf16le");
  if (typeof value !== "number") return Buffer.isBuffer(value) ? value : value.narrow;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8]);
const u32 = (value: number): Buffer => bytesOf(value);

const attribute = (level: number, id: number, content: Buffer): Buffer => {
  const sum = content.reduce((all, byte) => (all + byte) & 0xffff, 0);
  return Buffer.concat([Buffer.from([level]), u32(id), u32(content.length), content, u16(sum)]);
};

const tnefProperties = (properties: readonly Property[]): Buffer =>
  Buffer.concat([
    u32(properties.length),
    ...properties.flatMap(([id, value]) => {
      const head = [u16(typeOf(value)), u16(id)];
      if (typeof value === "number") return [...head, u32(value)];
      const bytes = Buffer.concat([bytesOf(value), ...(typeof value === "string" ? [u16(0)] : [])]);
      return [...head, u32(1), u32(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)];
    }),
  ]);

interface TnefFile {
  title: string;
  content: Buffer;
  properties?: readonly Property[];
}

/** A winmail.dat (MS-OXTNEF). */
export const tnefOf = (properties: readonly Property[], files: readonly TnefFile[]): Buffer =>
  Buffer.concat([
    u32(0x223e9f78),
    u16(1),
    attribute(1, 0x00069007, Buffer.concat([u32(1252), u32(0)])),
    attribute(1, 0x00069003, tnefProperties(properties)),
    ...files.flatMap(({ title, content, properties: own }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      attribute(2, 0x00018010, Buffer.from(`${title}\0`, "latin1")),
      attribute(2, 0x0006800f, content),
      ...(own ? [attribute(2, 0x00069005, tnefProperties(own))] : []),
    ]),
  ]);

export interface Storage {
  /** Bytes that stand in front of the fixed properties. */
  head: number;
  properties: readonly Property[];
  storages?: Readonly<Record<string, Storage>>;
}

interface Item {
  name: string;
  content: Buffer | undefined;
  children: Item[];
}

const itemsOf = ({ head, properties, storages = {} }: Storage): Item[] => {
  const fixed = properties.map(([id, value]) => {
    const entry = Buffer.alloc(16);
    entry.writeUInt16LE(typeOf(value), 0);
    entry.writeUInt16LE(id, 2);
    if (typeof value === "number") entry.writeUInt32LE(value, 8);
    return entry;
  });
  const hex = (value: number): string => value.toString(16).toUpperCase().padStart(4, "0");
  return [
    { name: "__properties_version1.0", content: Buffer.concat([Buffer.alloc(head), ...fixed]), children: [] },
    ...properties
      .filter(([, value]) => typeof value !== "number")
      .map(([id, value]) => ({
        name: `__substg1.0_${hex(id)}${hex(typeOf(value))}`,
        content: bytesOf(value),
        children: [],
      })),
    ...Object.entries(storages).map(([name, storage]) => ({ name, content: undefined, children: itemsOf(storage) })),
  ];
};

const sectorSize = 512;
const miniSize = 64;
const cutoff = 4096;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;

/** A .msg file (MS-OXMSG in MS-CFB), small enough for one sector of sector numbers a hundred. */
export const msgOf = (storage: Storage): Buffer => {
  const items: Item[] = [];
  const add = (item: Item): void => {
    items.push(item);
    item.children.forEach(add);
  };
  add({ name: "Root Entry", content: undefined, children: itemsOf(storage) });
  const sectors: Buffer[] = [];
  const table: number[] = [];
  const store = (bytes: Buffer): number => {
    if (bytes.length === 0) return endOfChain;
    const first = sectors.length;
    for (let at = 0; at < bytes.length; at += sectorSize) {
      const sector = Buffer.alloc(sectorSize);
      bytes.copy(sector, 0, at, at + sectorSize);
      sectors.push(sector);
      table.push(at + sectorSize < bytes.length ? sectors.length : endOfChain);
    }
    return first;
  };
  const mini: Buffer[] = [];
  const miniTable: number[] = [];
  const starts = items.map(({ content }) => {
    if (!content) return endOfChain;
    if (content.length >= cutoff) return store(content);
    const first = mini.length;
    for (let at = 0; at < content.length; at += miniSize) {
      const piece = Buffer.alloc(miniSize);
      content.copy(piece, 0, at, at + miniSize);
      mini.push(piece);
      miniTable.push(at + miniSize < content.length ? mini.length : endOfChain);
    }
    return content.length === 0 ? endOfChain : first;
  });
  const miniStart = store(Buffer.concat(mini));
  const miniTableStart = store(Buffer.concat(miniTable.map(u32)));
  const directoryStart = store(directoryOf(items, { starts, miniStart, miniLength: mini.length * miniSize }));
  const tableSectors = Math.ceil((table.length + 4) / 128);
  const tableStart = sectors.length;
  const whole = [...table, ...Array.from({ length: tableSectors }, () => 0xfffffffd)];
  while (whole.length % 128 !== 0) whole.push(none);
  const head = Buffer.alloc(512);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(head);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tableSectors, 44);
  head.writeUInt32LE(directoryStart, 48);
  head.writeUInt32LE(cutoff, 56);
  head.writeUInt32LE(miniTableStart, 60);
  head.writeUInt32LE(Math.ceil(miniTable.length / 128), 64);
  head.writeUInt32LE(endOfChain, 68);
  for (let at = 0; at < 109; at++) head.writeUInt32LE(at < tableSectors ? tableStart + at : none, 76 + at * 4);
  return Buffer.concat([head, ...sectors, ...whole.map(u32)]);
};

const directoryOf = (
  items: readonly Item[],
  { starts, miniStart, miniLength }: { starts: readonly number[]; miniStart: number; miniLength: number },
): Buffer =>
  Buffer.concat(
    items.map((item, index) => {
      const entry = Buffer.alloc(128);
      entry.write(item.name, "utf16le");
      entry.writeUInt16LE(item.name.length * 2 + 2, 64);
      entry[66] = index === 0 ? 5 : item.content ? 2 : 1;
      entry[67] = 1;
      const parent = items.find(({ children }) => children.includes(item));
      const sibling = parent?.children[parent.children.indexOf(item) + 1];
      entry.writeUInt32LE(none, 68);
      entry.writeUInt32LE(sibling ? items.indexOf(sibling) : none, 72);
      entry.writeUInt32LE(item.children[0] ? items.indexOf(item.children[0]) : none, 76);
      entry.writeUInt32LE(index === 0 ? miniStart : (starts[index] ?? endOfChain), 116);
      entry.writeUInt32LE(index === 0 ? miniLength : (item.content?.length ?? 0), 120);
      return entry;
    }),
  );
