import { expect, it } from "vitest";
import { hashPassword, verifyNobody, verifyPassword } from "./hash.ts";

it("makes argon2id hashes with OWASP's parameters, salted", async () => {
  const [one, other] = await Promise.all([hashPassword("vier Pferde"), hashPassword("vier Pferde")]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(one).not.toBe(other);
  expect(await verifyPassword({ hash: one, password: "vier Pferde" })).toBe(true);
  expect(await verifyPassword({ hash: one, password: "vier pferde" })).toBe(false);
});

it("knows hashes that other programs made, with other parameters", async () => {
  // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
  const hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
  expect(await verifyPassword({ hash, password: "password" })).toBe(true);
  expect(await verifyPassword({ hash, password: "Password" })).toBe(false);
});

it("takes letters with accents however they were typed", async () => {
  const hash = await hashPassword("Übermut é");
  expect(await verifyPassword({ hash, password: "Übermut é".normalize("NFD") })).toBe(true);
});

it("refuses to compare with what is no hash", async () => {
  await expect(verifyPassword({ hash: "plain", password: "plain" })).rejects.toThrow("not an argon2id hash");
});

it("lets nobody in where there is no account, not even with the empty password", async () => {
  expect(await verifyNobody("")).toBe(false);
});
