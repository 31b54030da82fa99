import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { readDkimKey, type Dkim } from "./mail/dkim.ts";
import { nearestOf } from "./nearest.ts";

const port = z
  .string()
  .regex(/^\d{1,5}$/, "must be a port number")
  .transform(Number)
  .refine((value) => value <= 65_535, "must be a port number from 0 to 65535");

const urlOf = (schemes: readonly string[], example: string) =>
  z
    .string()
    .refine(
      (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol),
      `must be a URL like ${example}`,
    );

/** Whether nothing follows host and port. What is no URL at all is told elsewhere. */
const isOrigin = (value: string): boolean => {
  if (!URL.canParse(value)) return true;
  const { pathname, search, hash, username } = new URL(value);
  return /^\/*$/.test(pathname) && `${search}${hash}${username}` === "";
};

const host = z.string().regex(/^[\w.:-]+$/, "must be a host name or an IP address");

const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, `must be one of ${values.join(", ")}`);

/** The names under which settings come, with what the reference says about each, in the order of the reference. */
export const environment = z.object({
  TRESEN_PORT: port.default(3000).meta({ description: "Port of the web server. 0 takes any free port." }),
  TRESEN_HOST: host.default("127.0.0.1").meta({
    description:
      "Address on which the web server listens. `0.0.0.0` or `::` lets other machines in; put a server that ends TLS in front.",
  }),
  TRESEN_BASE_URL: urlOf(["http:", "https:"], "https://support.example.org")
    .refine(isOrigin, "must end after the host or the port: Tresen needs a host name of its own, no folder below one")
    .transform((value) => value.replace(/\/+$/, ""))
    .optional()
    .meta({
      description: "Address under which people reach Tresen; it stands in mails and links.",
      without: "`http://localhost` with the port",
    }),
  TRESEN_DATA: z.string().default("data").meta({
    description: "Folder of the embedded database, of uploaded files and of secrets. Back up this folder.",
  }),
  DATABASE_URL: urlOf(["postgres:", "postgresql:"], "postgres://user:password@host/name").optional().meta({
    secret: true,
    description: "A PostgreSQL 15, 16, 17 or 18 of your own, instead of the embedded one.",
    without: "the embedded PostgreSQL",
  }),
  TRESEN_SECRET: z.string().min(32, "must have at least 32 characters").optional().meta({
    secret: true,
    description: "Signs sessions and links. Servers that share a database need the same one.",
    without: "made on the first start and kept in `TRESEN_DATA`",
  }),
  TRESEN_SMTP_URL: urlOf(["smtp:", "smtps:"], "smtps://user:password@mail.example.org").optional().meta({
    secret: true,
    description: "Mail server through which mail leaves.",
    without: "mail stays in the mailbox that administrators open in the browser",
  }),
  TRESEN_DKIM_DOMAIN: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be a domain like example.org")
    .optional()
    .meta({
      description: "Domain for which mail is signed (DKIM): that of the desk's address, or one above it.",
      without: "mail leaves unsigned",
    }),
  TRESEN_DKIM_SELECTOR: z
    .string()
    .regex(/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, "must be a name like tresen")
    .optional()
    .meta({
      description: "Name under which the public key stands in DNS: `<selector>._domainkey.<domain>`.",
      without: "mail leaves unsigned",
    }),
  TRESEN_DKIM_KEY: z
    .string()
    .transform((text, check) => {
      const key = readDkimKey(text);
      if (key === undefined)
        check.addIssue({ code: "custom", message: "must be an RSA private key of 1024 bits or more, in PEM" });
      return key ?? "";
    })
    .optional()
    .meta({
      secret: true,
      description: "Private RSA key in PEM, with which mail is signed. [How to make one](operating.md#signed-mail).",
      without: "mail leaves unsigned",
    }),
  TRESEN_SMTP_IN_PORT: port
    .default(2525)
    .meta({ description: "Port on which Tresen takes in mail by SMTP. 0 takes any free port." }),
  TRESEN_SMTP_IN_HOST: host
    .default("127.0.0.1")
    .meta({ description: "Address on which Tresen takes in mail by SMTP." }),
  TRESEN_BOUNCE_ADDRESS: z
    .string()
    .toLowerCase()
    .regex(/^[^\s@+]{1,30}@[a-z0-9-]+(\.[a-z0-9-]+)+$/, "must be an address like bounces@example.org")
    .optional()
    .meta({
      description:
        "Address to which undeliverable mail comes back, with a signed tag for each mail: `bounces+…@`. It must arrive at Tresen, tag and all. [What for](operating.md#mail-that-comes-back).",
      without: "mail comes back to the address it left from",
    }),
  TRESEN_AUTH_SERVERS: z
    .string()
    .toLowerCase()
    .regex(/^[\w.-]+(\s*,\s*[\w.-]+)*$/, "must be names like mx.example.org, divided by commas")
    .optional()
    .meta({
      description:
        "Names under which your receiving mail servers write `Authentication-Results`, divided by commas. [What for](operating.md#who-has-sent-it).",
      without: "no such header is believed",
    }),
  TRESEN_ROLE: oneOf(["both", "web", "worker"]).default("both").meta({
    description:
      "What this process does: `web` answers requests, `worker` does the queued work and takes in mail. `web` and `worker` need `DATABASE_URL`.",
  }),
  TRESEN_LOG_LEVEL: oneOf(["trace", "debug", "info", "warn", "error"]).default("info").meta({
    description: "The least important messages that are still logged: `trace`, `debug`, `info`, `warn` or `error`.",
  }),
  TRESEN_LOG: oneOf(["text", "json"]).default("text").meta({
    description: "`text` for people, `json` (one object a line) for machines.",
  }),
});

type Environment = z.output<typeof environment>;
type Name = keyof Environment;

/** The settings of one process, checked. Read once, at the start. */
export interface Config {
  port: number;
  host: string;
  /** Without a slash at the end. Missing: `http://localhost` with the port that was taken. */
  baseUrl: string | undefined;
  /** Absolute. */
  dataDir: string;
  /** Missing: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  secret: string | undefined;
  /** Missing: outgoing mail stays in the built-in mailbox. */
  smtpUrl: string | undefined;
  /** Missing: outgoing mail is not signed. */
  dkim: Dkim | undefined;
  smtpIn: { host: string; port: number };
  /** Where mail comes back to; missing: to the address it left from. */
  bounceAddress: string | undefined;
  /** Whose `Authentication-Results` are believed. */
  authServers: readonly string[];
  role: "both" | "web" | "worker";
  log: { level: Environment["TRESEN_LOG_LEVEL"]; format: Environment["TRESEN_LOG"] };
}

/** Everything that is wrong with the settings, at once. The message is for the person who starts the program. */
export class ConfigInvalid extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`These settings need a look:\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    this.problems = problems;
  }
}

interface Meta {
  description?: string | undefined;
  /** What holds when it is not set, in words, where there is no default. */
  without?: string | undefined;
  /** May also come from a file. */
  secret?: boolean | undefined;
}

export const metaOf = (name: Name): Meta => environment.shape[name].meta() ?? {};
export const isSecret = (name: Name): boolean => metaOf(name).secret === true;

const names = Object.keys(environment.shape) as Name[];
const secretFiles = names.filter(isSecret).map((name) => `${name}_FILE`);

type Variables = Readonly<Record<string, string | undefined>>;
type ReadText = (path: string) => string;

/**
 * Checks the environment. An empty variable counts as missing. Throws `ConfigInvalid` with all problems together.
 * `readText` reads the files that `*_FILE` variables point to.
 */
export const parseConfig = (
  variables: Variables,
  readText: ReadText = (path) => readFileSync(path, "utf8"),
): Config => {
  const problems = unknownNames(variables);
  const given: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = valueOf(name, { variables, readText, problems });
    if (value !== undefined) given[name] = value;
  }
  const parsed = environment.safeParse(given);
  for (const issue of parsed.error?.issues ?? []) problems.push(`${issue.path.join(".")} ${issue.message}.`);
  if (parsed.data && parsed.data.TRESEN_ROLE !== "both" && !parsed.data.DATABASE_URL)
    problems.push(
      `TRESEN_ROLE=${parsed.data.TRESEN_ROLE} needs DATABASE_URL, because the embedded database serves one process only.`,
    );
  if (parsed.data) problems.push(...missingTogether(parsed.data, dkimNames));
  if (problems.length > 0 || !parsed.data) throw new ConfigInvalid(problems);
  return configOf(parsed.data);
};

const dkimNames = ["TRESEN_DKIM_DOMAIN", "TRESEN_DKIM_SELECTOR", "TRESEN_DKIM_KEY"] as const;

/** Settings that make sense only together. */
const missingTogether = (given: Environment, together: readonly Name[]): string[] => {
  const missing = together.filter((name) => given[name] === undefined);
  return missing.length === 0 || missing.length === together.length
    ? []
    : [`${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} missing: ${together.join(", ")} go together.`];
};

const unknownNames = (variables: Variables): string[] =>
  Object.keys(variables)
    .filter((name) => name.startsWith("TRESEN_") && ![...names, ...secretFiles].includes(name))
    .map((name) => {
      const meant = names.find((known) => name === `${known}_FILE`);
      if (meant) return `${name}: only secrets come from files. Set ${meant} itself.`;
      const nearest = nearestOf(name, [...names, ...secretFiles]);
      return `${name} is not a setting of Tresen${nearest === undefined ? "" : `. Did you mean ${nearest}?`}`;
    });

const valueOf = (
  name: Name,
  { variables, readText, problems }: { variables: Variables; readText: ReadText; problems: string[] },
): string | undefined => {
  const value = variables[name]?.trim() || undefined;
  const file = isSecret(name) ? variables[`${name}_FILE`]?.trim() || undefined : undefined;
  if (file === undefined) return value;
  if (value !== undefined) {
    problems.push(`${name} and ${name}_FILE are both set; keep one of them.`);
    return undefined;
  }
  try {
    return readText(file).trim();
  } catch (error) {
    problems.push(`${name}_FILE: ${error instanceof Error ? error.message : String(error)}.`);
    return undefined;
  }
};

const configOf = (given: Environment): Config => ({
  port: given.TRESEN_PORT,
  host: given.TRESEN_HOST,
  baseUrl: given.TRESEN_BASE_URL,
  dataDir: resolve(given.TRESEN_DATA),
  databaseUrl: given.DATABASE_URL,
  secret: given.TRESEN_SECRET,
  smtpUrl: given.TRESEN_SMTP_URL,
  dkim: dkimOf(given),
  smtpIn: { host: given.TRESEN_SMTP_IN_HOST, port: given.TRESEN_SMTP_IN_PORT },
  bounceAddress: given.TRESEN_BOUNCE_ADDRESS,
  authServers: given.TRESEN_AUTH_SERVERS?.split(/\s*,\s*/) ?? [],
  role: given.TRESEN_ROLE,
  log: { level: given.TRESEN_LOG_LEVEL, format: given.TRESEN_LOG },
});

const dkimOf = ({
  TRESEN_DKIM_DOMAIN: domain,
  TRESEN_DKIM_SELECTOR: selector,
  TRESEN_DKIM_KEY: privateKey,
}: Environment): Dkim | undefined =>
  domain !== undefined && selector !== undefined && privateKey !== undefined
    ? { domain, selector, privateKey }
    : undefined;
