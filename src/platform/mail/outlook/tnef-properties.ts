import type { Value } from "./properties.ts";

/** Bytes of a value of each type; those that are not here say it themselves. */
const sizes: Readonly<Record<number, number>> = {
  0x0002: 4,
  0x0003: 4,
  0x0004: 4,
  0x0005: 8,
  0x0006: 8,
  0x0007: 8,
  0x000a: 4,
  0x000b: 4,
  0x0014: 8,
  0x0040: 8,
  0x0048: 16,
};
const several = 0x1000;
const mostProperties = 10_000;

/** A list of properties as TNEF writes it. Ends where something makes no sense. */
export const readTnefProperties = (bytes: Buffer): Map<number, Value> => {
  const values = new Map<number, Value>();
  if (bytes.length < 4) return values;
  const count = Math.min(bytes.readUInt32LE(), mostProperties);
  let at = 4;
  for (let index = 0; index < count && at + 4 <= bytes.length; index++) {
    const type = bytes.readUInt16LE(at);
    const id = bytes.readUInt16LE(at + 2);
    at += 4;
    if (id >= 0x8000) {
      const next = afterName(bytes, at);
      if (next === undefined) break;
      at = next;
    }
    const found = valueAt(bytes, at, type);
    if (!found) break;
    if (id < 0x8000 && found.bytes) values.set(id, { type: type & ~several, bytes: found.bytes });
    at = found.next;
  }
  return values;
};

/** Properties with a name of their own have it in front of the value. */
const afterName = (bytes: Buffer, at: number): number | undefined => {
  if (at + 24 > bytes.length) return undefined;
  const kind = bytes.readUInt32LE(at + 16);
  const length = bytes.readUInt32LE(at + 20);
  return kind === 0 ? at + 24 : at + 24 + padded(length);
};

const padded = (length: number): number => Math.ceil(length / 4) * 4;

const valueAt = (bytes: Buffer, at: number, type: number): { bytes: Buffer | undefined; next: number } | undefined => {
  const size = sizes[type & ~several];
  const isCounted = size === undefined || (type & several) !== 0;
  if (!isCounted)
    return at + size > bytes.length ? undefined : { bytes: bytes.subarray(at, at + size), next: at + size };
  if (at + 4 > bytes.length) return undefined;
  const count = bytes.readUInt32LE(at);
  let next = at + 4;
  if (size !== undefined) return { bytes: undefined, next: next + count * size };
  let first: Buffer | undefined;
  for (let index = 0; index < count; index++) {
    if (next + 4 > bytes.length) return undefined;
    const length = bytes.readUInt32LE(next);
    first ??= bytes.subarray(next + 4, next + 4 + length);
    next += 4 + padded(length);
  }
  return { bytes: first, next };
};
