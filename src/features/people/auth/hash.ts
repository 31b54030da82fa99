import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const derive = promisify(argon2);

/** OWASP's first choice (Password Storage Cheat Sheet): 19 MiB, two passes, one lane; about 30 ms on a small server. */
const current = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;

// The same letters can be typed as one character or as letter and accent; NFKC makes them one.
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize("NFKC"));

const plain64 = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");

/** As a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$tag`. */
export const hashPassword = async (password: string): Promise<string> => {
  const nonce = randomBytes(16);
  const tag = await derive("argon2id", { message: bytesOf(password), nonce, tagLength, ...current });
  const { memory, passes, parallelism } = current;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain64(nonce)}$${plain64(tag)}`;
};

const pattern = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

/** Computes with what the hash itself says, so that older hashes stay good when the parameters are raised. */
export const verifyPassword = async ({ hash, password }: { hash: string; password: string }): Promise<boolean> => {
  const [, memory, passes, parallelism, salt = "", stored = ""] = pattern.exec(hash) ?? [];
  if (!memory) throw new Error("a stored password is not an argon2id hash");
  const expected = Buffer.from(stored, "base64");
  const tag = await derive("argon2id", {
    message: bytesOf(password),
    nonce: Buffer.from(salt, "base64"),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: expected.length,
  });
  return timingSafeEqual(tag, expected);
};

let nobody: Promise<string> | undefined;

/** Takes as long as checking somebody's password, so that nobody can measure who has an account. Always false. */
export const verifyNobody = async (password: string): Promise<false> => {
  nobody ??= hashPassword("");
  await verifyPassword({ hash: await nobody, password });
  return false;
};
