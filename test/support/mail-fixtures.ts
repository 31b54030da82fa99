import { readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../fixtures/mail");

/** A raw message from test/fixtures/mail with the line ends that mail has. The files themselves have \n, to be readable. */
export const mailFixture = (name: string): Buffer => {
  const raw = readFileSync(join(folder, `${name}.eml`), "latin1");
  return Buffer.from(raw.replace(/\r?\n/g, "\r\n"), "latin1");
};
