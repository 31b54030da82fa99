import { expect, test } from "vitest";
import { isBinary } from "./binary.ts";

const bytes = (text: string): Buffer => Buffer.from(text, "latin1");

test.each([
  ["a picture", bytes("\x89PNG\r\n\x1a\n")],
  ["an archive", bytes("PK\x03\x04abc")],
  ["compressed bytes", bytes("\x1f\x8b\x08\0")],
  ["a program", bytes("\x7fELF\x02\x01\x01")],
  ["a sound", bytes("RIFF\x10\x20\x30\0WAVE")],
  ["zeros", Buffer.alloc(3_000)],
  ["bytes of all kinds", Buffer.from(Array.from({ length: 1_000 }, (_, at) => (at * 7) % 256))],
])("%s is no text", (_name, content) => {
  expect(isBinary(content)).toBe(true);
});

test.each([
  ["words", bytes("Hello, it does not work. ".repeat(10))],
  ["words that begin like a file", bytes("RIFF raff says that the PK is wrong. ".repeat(5))],
  ["UTF-16", Buffer.from("Der Drucker läuft nicht. ".repeat(10), "utf16le")],
  ["UTF-16 the other way round", Buffer.from("Der Drucker. ".repeat(20), "utf16le").swap16()],
  ["letters that are shifted to", bytes("\x1b$)C\x0e0!\x0f and \x0e0!\x0f ".repeat(20))],
  ["nothing", bytes("")],
])("%s can be text", (_name, content) => {
  expect(isBinary(content)).toBe(false);
});
