import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "./config.ts";

/** What sessions and links are signed with: the given secret, or one that is made once and kept in the data folder. */
export const loadSecret = async ({ secret, dataDir }: Pick<Config, "secret" | "dataDir">): Promise<Buffer> => {
  if (secret !== undefined) return Buffer.from(secret);
  const path = join(dataDir, "secret");
  return (await readIfThere(path)) ?? (await makeSecret(path, dataDir));
};

const makeSecret = async (path: string, folder: string): Promise<Buffer> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, "w", 0o600);
  try {
    await file.writeFile(randomBytes(32).toString("hex"));
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    // Unlike a rename this never replaces the secret that another process has just made.
    await link(draft, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft);
  }
  return readFile(path);
};

const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
};

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
