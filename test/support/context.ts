import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { onTestFinished } from "vitest";
import { cipherWith } from "../../src/platform/cipher.ts";
import { parseConfig } from "../../src/platform/config.ts";
import type { Context } from "../../src/platform/context.ts";
import type { Connection } from "../../src/platform/db/db.ts";
import { openFileStore } from "../../src/platform/file-store.ts";
import { listenLive } from "../../src/platform/live.ts";
import type { MailTransport } from "../../src/platform/mail/transport.ts";
import { signerWith } from "../../src/platform/signer.ts";
import { silentLog } from "./log.ts";

/** Mail goes nowhere, as without SMTP settings. */
const mailbox: MailTransport = { kind: "mailbox", send: () => Promise.resolve("kept"), close: () => undefined };

/** A running program's parts around a test's own database (`freshDb`); taken down when the test ends. */
export const testContext = async (connection: Connection, parts: Partial<Context> = {}): Promise<Context> => {
  const folder = await mkdtemp(join(tmpdir(), "tresen-test-"));
  const live = await listenLive(() => new pg.Client(connection.pool.options), silentLog);
  onTestFinished(async () => {
    await live.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return {
    config: parseConfig({ TRESEN_DATA: folder }),
    baseUrl: "http://desk.test",
    db: connection.db,
    pool: connection.pool,
    log: silentLog,
    files: await openFileStore(join(folder, "files")),
    live,
    mail: mailbox,
    cipher: cipherWith(Buffer.from("a secret for tests only, 32 bytes")),
    signer: signerWith(Buffer.from("a secret for tests only, 32 bytes")),
    ...parts,
  };
};
