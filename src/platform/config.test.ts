import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { configReference } from "../../tools/config-reference.ts";
import { ConfigInvalid, environment, parseConfig } from "./config.ts";

const problemsOf = (variables: Record<string, string>, readText?: (path: string) => string): readonly string[] => {
  try {
    parseConfig(variables, readText);
  } catch (error) {
    if (error instanceof ConfigInvalid) return error.problems;
    throw error;
  }
  return [];
};

describe("parseConfig", () => {
  test("an empty environment gives the defaults", () => {
    expect(parseConfig({ PATH: "/bin" })).toEqual({
      port: 3000,
      host: "127.0.0.1",
      authServers: [],
      bounceAddress: undefined,
      baseUrl: undefined,
      dataDir: resolve("data"),
      databaseUrl: undefined,
      secret: undefined,
      smtpUrl: undefined,
      dkim: undefined,
      smtpIn: { host: "127.0.0.1", port: 2525 },
      role: "both",
      log: { level: "info", format: "text" },
    });
  });

  test("takes what is set", () => {
    const config = parseConfig({
      TRESEN_PORT: "8080",
      TRESEN_HOST: "::",
      TRESEN_BASE_URL: "https://support.example.org/",
      TRESEN_DATA: "/srv/tresen",
      DATABASE_URL: "postgres://db.example.org/tresen",
      TRESEN_SMTP_URL: "smtps://user:secret@mail.example.org",
      TRESEN_ROLE: "web",
      TRESEN_LOG: "json",
    });
    expect(config).toMatchObject({
      port: 8080,
      host: "::",
      baseUrl: "https://support.example.org",
      dataDir: "/srv/tresen",
      databaseUrl: "postgres://db.example.org/tresen",
      smtpUrl: "smtps://user:secret@mail.example.org",
      role: "web",
      log: { level: "info", format: "json" },
    });
  });

  test("an empty variable counts as missing", () => {
    expect(parseConfig({ TRESEN_PORT: "", DATABASE_URL: "" })).toMatchObject({ port: 3000, databaseUrl: undefined });
  });

  test("an address below which pages would not find each other is refused", () => {
    for (const address of ["https://example.org/support", "https://example.org/?desk=1", "https://ann@example.org"])
      expect(problemsOf({ TRESEN_BASE_URL: address })).toEqual([
        "TRESEN_BASE_URL must end after the host or the port: Tresen needs a host name of its own, no folder below one.",
      ]);
    for (const address of ["https://example.org//", "http://localhost:8080"])
      expect(problemsOf({ TRESEN_BASE_URL: address })).toEqual([]);
  });

  test("tells all problems at once, in words", () => {
    expect(
      problemsOf({
        TRESEN_PORT: "http",
        TRESEN_SMTP_IN_PORT: "70000",
        TRESEN_BASE_URL: "support.example.org",
        DATABASE_URL: "mysql://localhost/tresen",
        TRESEN_ROLE: "all",
        TRESEN_SECRET: "short",
      }),
    ).toEqual([
      "TRESEN_PORT must be a port number.",
      "TRESEN_BASE_URL must be a URL like https://support.example.org.",
      "DATABASE_URL must be a URL like postgres://user:password@host/name.",
      "TRESEN_SECRET must have at least 32 characters.",
      "TRESEN_SMTP_IN_PORT must be a port number from 0 to 65535.",
      "TRESEN_ROLE must be one of both, web, worker.",
    ]);
  });

  test.each([
    ["TRESEN_PROT", "TRESEN_PROT is not a setting of Tresen. Did you mean TRESEN_PORT?"],
    ["TRESEN_SMTP_URI", "TRESEN_SMTP_URI is not a setting of Tresen. Did you mean TRESEN_SMTP_URL?"],
    ["TRESEN_SECRET_FIEL", "TRESEN_SECRET_FIEL is not a setting of Tresen. Did you mean TRESEN_SECRET_FILE?"],
    ["TRESEN_PORT_FILE", "TRESEN_PORT_FILE: only secrets come from files. Set TRESEN_PORT itself."],
    ["TRESEN_COFFEE_STRENGTH", "TRESEN_COFFEE_STRENGTH is not a setting of Tresen"],
  ])("refuses the unknown %s", (name, problem) => {
    expect(problemsOf({ [name]: "1" })).toEqual([problem]);
  });

  test("reads secrets from files", () => {
    const readText = (path: string): string => `postgres://localhost/${path.slice(1)}\n`;
    expect(parseConfig({ DATABASE_URL_FILE: "/secret" }, readText).databaseUrl).toBe("postgres://localhost/secret");
  });

  test("says when a secret's file is missing, or the secret is given twice", () => {
    expect(
      problemsOf({ DATABASE_URL_FILE: "/no/such/file", TRESEN_SECRET: "x".repeat(40), TRESEN_SECRET_FILE: "/x" }),
    ).toEqual([
      "DATABASE_URL_FILE: ENOENT: no such file or directory, open '/no/such/file'.",
      "TRESEN_SECRET and TRESEN_SECRET_FILE are both set; keep one of them.",
    ]);
  });

  test("takes what mail is signed with, together or not at all", () => {
    const pem = generateKeyPairSync("rsa", {
      modulusLength: 1024,
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
      publicKeyEncoding: { type: "spki", format: "pem" },
    }).privateKey;
    const all = {
      TRESEN_DKIM_DOMAIN: "Example.org",
      TRESEN_DKIM_SELECTOR: "tresen",
      TRESEN_DKIM_KEY: pem.replaceAll("\n", String.raw`\n`),
    };
    expect(parseConfig(all).dkim).toEqual({ domain: "example.org", selector: "tresen", privateKey: pem });
    expect(problemsOf({ ...all, TRESEN_DKIM_KEY: "" })).toEqual([
      "TRESEN_DKIM_KEY is missing: TRESEN_DKIM_DOMAIN, TRESEN_DKIM_SELECTOR, TRESEN_DKIM_KEY go together.",
    ]);
    expect(problemsOf({ ...all, TRESEN_DKIM_DOMAIN: "", TRESEN_DKIM_SELECTOR: "" })).toEqual([
      "TRESEN_DKIM_DOMAIN and TRESEN_DKIM_SELECTOR are missing: TRESEN_DKIM_DOMAIN, TRESEN_DKIM_SELECTOR, TRESEN_DKIM_KEY go together.",
    ]);
    const elliptic = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
    for (const TRESEN_DKIM_KEY of ["no key", elliptic])
      expect(problemsOf({ ...all, TRESEN_DKIM_KEY, TRESEN_DKIM_SELECTOR: "a_b" })).toEqual([
        "TRESEN_DKIM_SELECTOR must be a name like tresen.",
        "TRESEN_DKIM_KEY must be an RSA private key of 1024 bits or more, in PEM.",
      ]);
  });

  test("the embedded database serves one process only", () => {
    expect(problemsOf({ TRESEN_ROLE: "worker" })).toEqual([
      "TRESEN_ROLE=worker needs DATABASE_URL, because the embedded database serves one process only.",
    ]);
  });
});

describe("docs/configuration.md", () => {
  const written = readFileSync(resolve(import.meta.dirname, "../../docs/configuration.md"), "utf8");

  test("is current (npx node tools/write-config-reference.ts)", async () => {
    expect(written).toBe(await configReference());
  });

  test("names every setting", () => {
    for (const name of Object.keys(environment.shape)) expect(written).toContain(`\`${name}\``);
  });
});

test("receiving servers are named one or several, in any letters", () => {
  expect(parseConfig({ TRESEN_AUTH_SERVERS: "MX.desk.example , mx2.desk.example" }).authServers).toEqual([
    "mx.desk.example",
    "mx2.desk.example",
  ]);
  expect(() => parseConfig({ TRESEN_AUTH_SERVERS: "mx.desk.example; dmarc=pass" })).toThrow("TRESEN_AUTH_SERVERS");
});
