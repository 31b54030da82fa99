import { join } from "node:path";
import { cipherWith } from "../platform/cipher.ts";
import type { Config } from "../platform/config.ts";
import type { Context } from "../platform/context.ts";
import { newClient, type Connection, type DatabaseAddress } from "../platform/db/db.ts";
import { openFileStore } from "../platform/file-store.ts";
import { listenLive } from "../platform/live.ts";
import type { Log } from "../platform/log.ts";
import { mailTransportOf } from "../platform/mail/transport-of.ts";
import { loadSecret } from "../platform/secret.ts";
import { signerWith } from "../platform/signer.ts";

interface ContextParts {
  config: Config;
  log: Log;
  connection: Connection;
  database: DatabaseAddress;
  /** Known only once the server listens, when the settings leave the port open. */
  baseUrl(): string;
}

/** Everything that pages, jobs and effects work with. `close` lets go of it again. */
export const openContext = async (parts: ContextParts): Promise<{ context: Context; close(): Promise<void> }> => {
  const { config, log, connection, database } = parts;
  const secret = await loadSecret(config);
  const live = await listenLive(() => newClient(database, "tresen live"), log);
  const mail = mailTransportOf(config);
  const context: Context = {
    config,
    get baseUrl() {
      return parts.baseUrl();
    },
    db: connection.db,
    pool: connection.pool,
    log,
    files: await openFileStore(join(config.dataDir, "files")),
    live,
    mail,
    signer: signerWith(secret),
    cipher: cipherWith(secret),
  };
  return {
    context,
    async close() {
      await live.stop();
      mail.close();
    },
  };
};
