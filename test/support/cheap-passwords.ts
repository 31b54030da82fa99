import { argon2Sync, randomBytes } from "node:crypto";
import { vi } from "vitest";

/** Argon2's smallest cost instead of the 30 ms and 19 MiB a password that `hash.test.ts` sees to: tests sign in often. */
const hashPassword = (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const message = Buffer.from(password.normalize("NFKC"));
  const tag = argon2Sync("argon2id", { message, nonce, memory: 8, passes: 1, parallelism: 1, tagLength: 32 });
  const plain = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  return Promise.resolve(`$argon2id$v=19$m=8,t=1,p=1$${plain(nonce)}$${plain(tag)}`);
};

vi.mock(import("../../src/features/people/auth/hash.ts"), async (original) => ({
  ...(await original()),
  hashPassword,
}));
