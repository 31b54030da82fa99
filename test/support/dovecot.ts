import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { onTestFinished } from "vitest";
import { freePort } from "./free-port.ts";
import { startImapServer } from "./imap-server.ts";

const binary = "/usr/sbin/dovecot";

/** Whether Debian's Dovecot is installed, and may be started: it wants to be root. */
export const hasDovecot = existsSync(binary) && process.getuid?.() === 0;

/** A mailbox at an IMAP server. */
export interface ImapMailbox {
  port: number;
  user: string;
  password: string;
  deliver(raw: string): Promise<void>;
  /** Ends all connections of the user. */
  kick(): void;
  /** How many messages a folder has; its levels put apart by `/`. */
  count(folder: string): Promise<number>;
}

const account = { user: "verkauf", password: "geheim" };

/** The stand-in of `imap-server.ts`, for machines without Dovecot. */
export const openStandIn = async (): Promise<ImapMailbox> => {
  const server = await startImapServer({ users: { [account.user]: account.password } });
  return {
    ...account,
    port: server.port,
    deliver(raw) {
      server.deliver(raw);
      return Promise.resolve();
    },
    kick: server.hangUp,
    count: (folder) => Promise.resolve(server.messages(folder).length),
  };
};

/** A Dovecot of the test's own, with one user; it ends with the test. */
export const openDovecot = async (): Promise<ImapMailbox> => {
  const folder = await mkdtemp(join(tmpdir(), "dovecot-"));
  await chmod(folder, 0o755);
  await mkdir(join(folder, "mail"));
  execFileSync("chown", ["dovecot:dovecot", join(folder, "mail")]);
  const port = await freePort();
  const settings = join(folder, "dovecot.conf");
  await writeFile(settings, settingsFor(folder, port));
  const server = spawn(binary, ["-F", "-c", settings], { stdio: "ignore" });
  onTestFinished(async () => {
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true, force: true });
  });
  await untilItListens(port);
  const signedIn = async <T>(run: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const auth = { user: account.user, pass: account.password };
    const client = new ImapFlow({ host: "127.0.0.1", port, secure: false, auth, logger: false });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await run(client);
    } finally {
      client.close();
    }
  };
  return {
    ...account,
    port,
    async deliver(raw) {
      await signedIn((client) => client.append("INBOX", raw.replace(/\r?\n/g, "\r\n")));
    },
    kick() {
      execFileSync("doveadm", ["-c", settings, "kick", account.user], { stdio: "ignore" });
    },
    count: (name) =>
      signedIn(async (client) => {
        const found = await client.status(name.split("/"), { messages: true });
        return found ? (found.messages ?? 0) : 0;
      }),
  };
};

const settingsFor = (folder: string, port: number): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 0
passdb {
  driver = static
  args = password=${account.password}
}
userdb {
  driver = static
  args = uid=dovecot gid=dovecot home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

const untilItListens = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    const client = new ImapFlow({
      host: "127.0.0.1",
      port,
      secure: false,
      auth: { user: "-", pass: "-" },
      logger: false,
    });
    client.on("error", () => undefined);
    const error: unknown = await client.connect().catch((failure: unknown) => failure);
    client.close();
    if (error instanceof Error && "authenticationFailed" in error) return;
    await sleep(50);
  }
  throw new Error("Dovecot does not listen");
};
