/** A storage in a compound file, which is like a folder, or a stream, which is like a file. */
export interface Entry {
  name: string;
  isStorage: boolean;
  read(): Buffer;
  entries: readonly Entry[];
}

const magic = Buffer.from("d0cf11e0a1b11ae1", "hex");
const noSector = 0xfffffffa;
const noEntry = 0xffffffff;
const mostEntries = 20_000;
const deepest = 20;

export const isCompoundFile = (bytes: Buffer): boolean => bytes.length > 512 && bytes.subarray(0, 8).equals(magic);

/**
 * Opens a compound file (MS-CFB), the container of Outlook's .msg files. Chains that run in circles end; undefined when it
 * cannot be read at all.
 */
export const openCompoundFile = (bytes: Buffer): Entry | undefined => {
  if (!isCompoundFile(bytes)) return undefined;
  const shift = bytes.readUInt16LE(30);
  const miniShift = bytes.readUInt16LE(32);
  if (shift < 7 || shift > 16 || miniShift < 4 || miniShift > shift) return undefined;
  const sectorSize = 1 << shift;
  const sector = (index: number): Buffer => bytes.subarray((index + 1) * sectorSize, (index + 2) * sectorSize);
  const most = Math.ceil(bytes.length / sectorSize);
  const table = readTable(bytes, { sector, most });
  const chain = (start: number): Buffer => Buffer.concat(follow(table, { start, most }).map(sector));
  const directory = chain(bytes.readUInt32LE(48));
  const miniTable = numbersIn(chain(bytes.readUInt32LE(60)));
  const cutoff = bytes.readUInt32LE(56);
  const miniStream = directory.length >= 128 ? chain(directory.readUInt32LE(116)) : Buffer.alloc(0);
  const miniSize = 1 << miniShift;
  const readStream = (start: number, size: number): Buffer => {
    if (size >= cutoff) return chain(start).subarray(0, size);
    const pieces = follow(miniTable, { start, most: Math.ceil(miniStream.length / miniSize) });
    return Buffer.concat(pieces.map((at) => miniStream.subarray(at * miniSize, (at + 1) * miniSize))).subarray(0, size);
  };
  return readDirectory(directory, readStream);
};

interface Sectors {
  sector(index: number): Buffer;
  most: number;
}

/** Which sector follows which. */
const readTable = (bytes: Buffer, { sector, most }: Sectors): number[] => {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(bytes.readUInt32LE(at));
  let next = bytes.readUInt32LE(68);
  for (let count = 0; next < noSector && count < most; count++) {
    const more = numbersIn(sector(next));
    next = more.pop() ?? noEntry;
    places.push(...more);
  }
  return places
    .filter((place) => place < most)
    .slice(0, most)
    .flatMap((place) => numbersIn(sector(place)));
};

const numbersIn = (bytes: Buffer): number[] => {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
};

const follow = (table: readonly number[], { start, most }: { start: number; most: number }): number[] => {
  const chain: number[] = [];
  const seen = new Set<number>();
  for (let at = start; at < noSector && at < most && !seen.has(at); at = table[at] ?? noEntry) {
    seen.add(at);
    chain.push(at);
  }
  return chain;
};

interface Item {
  name: string;
  kind: number;
  left: number;
  right: number;
  child: number;
  start: number;
  size: number;
}

const itemAt = (directory: Buffer, index: number): Item | undefined => {
  const at = index * 128;
  if (index >= mostEntries || at + 128 > directory.length) return undefined;
  const length = Math.min(64, directory.readUInt16LE(at + 64));
  return {
    name: directory.toString("utf16le", at, at + Math.max(0, length - 2)),
    kind: directory[at + 66] ?? 0,
    left: directory.readUInt32LE(at + 68),
    right: directory.readUInt32LE(at + 72),
    child: directory.readUInt32LE(at + 76),
    start: directory.readUInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  };
};

const readDirectory = (directory: Buffer, readStream: (start: number, size: number) => Buffer): Entry | undefined => {
  const seen = new Set<number>();
  const entryOf = (item: Item, depth: number): Entry => ({
    name: item.name,
    isStorage: item.kind !== 2,
    read: () => readStream(item.start, item.size),
    entries: depth < deepest ? siblings(item.child, depth + 1) : [],
  });
  /** The entries of a storage form a tree by their names; in what order they come does not matter. */
  const siblings = (first: number, depth: number): Entry[] => {
    const found: Entry[] = [];
    const waiting = [first];
    while (waiting.length > 0) {
      const index = waiting.pop() ?? noEntry;
      const item = index === noEntry || seen.has(index) ? undefined : itemAt(directory, index);
      if (!item) continue;
      seen.add(index);
      found.push(entryOf(item, depth));
      waiting.push(item.left, item.right);
    }
    return found;
  };
  const root = itemAt(directory, 0);
  seen.add(0);
  return root && entryOf(root, 0);
};
