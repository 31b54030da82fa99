import type pg from "pg";
import type { Cipher } from "./cipher.ts";
import type { Config } from "./config.ts";
import type { Db } from "./db/db.ts";
import type { FileStore } from "./file-store.ts";
import type { Live } from "./live.ts";
import type { Log } from "./log.ts";
import type { MailTransport } from "./mail/transport.ts";
import type { Signer } from "./signer.ts";

/** What the running program has: handed to pages, jobs and effects. Actions and rules never see it. */
export interface Context {
  config: Config;
  /** Under which people reach this server: scheme, host and port, without a slash at the end. */
  readonly baseUrl: string;
  db: Db;
  pool: pg.Pool;
  log: Log;
  files: FileStore;
  live: Live;
  mail: MailTransport;
  signer: Signer;
  cipher: Cipher;
}
