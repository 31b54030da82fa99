import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);
const binary = "/usr/sbin/exim4";
const user = "Debian-exim";

/** Whether Debian's Exim is installed, and may be started: it wants to be root. */
export const hasExim = existsSync(binary) && process.getuid?.() === 0;

/** A mail server that hands over to the desk what it is given. */
export interface MailServer {
  port: number;
  /** Tries to hand over everything that waits. */
  tryAgain(): Promise<void>;
  /** How many messages wait. */
  waiting(): Promise<number>;
  /** What came back to senders, as text. */
  returned(): Promise<string>;
}

/** An Exim of the test's own; it ends with the test. `handsTo`: the port of the desk's listener. */
export const openExim = async ({ handsTo }: { handsTo: number }): Promise<MailServer> => {
  const folder = await mkdtemp(join(tmpdir(), "exim-"));
  await chmod(folder, 0o755);
  for (const name of ["spool", "log", "returned"]) await mkdir(join(folder, name));
  await run("chown", ["-R", `${user}:${user}`, join(folder, "spool"), join(folder, "log"), join(folder, "returned")]);
  const port = await freePort();
  const settings = join(folder, "exim.conf");
  await writeFile(settings, settingsFor({ folder, port, handsTo }));
  const server = spawn(binary, ["-C", settings, "-bdf"], { stdio: "ignore" });
  onTestFinished(async () => {
    const gone = once(server, "exit");
    server.kill("SIGTERM");
    await gone;
    await rm(folder, { recursive: true, force: true });
  });
  await untilItListens(port);
  return {
    port,
    async tryAgain() {
      await run(binary, ["-C", settings, "-qff"]);
    },
    waiting: async () => Number((await run(binary, ["-C", settings, "-bpc"])).stdout),
    returned: () => readFile(join(folder, "returned", "mbox"), "utf8").catch(() => ""),
  };
};

interface Places {
  folder: string;
  port: number;
  handsTo: number;
}

/** What comes back to a sender lies in a file, because there is nobody to send it to. */
const settingsFor = ({ folder, port, handsTo }: Places): string => `
exim_path = ${binary}
spool_directory = ${folder}/spool
log_file_path = ${folder}/log/%slog
pid_file_path = ${folder}/spool/exim.pid
primary_hostname = exim.example
qualify_domain = exim.example
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
tls_advertise_hosts =
keep_environment =
message_size_limit = 100M
check_spool_space = 0
check_log_space = 0
acl_smtp_rcpt = all
acl_smtp_data = all

begin acl
all:
  accept

begin routers
desk:
  driver = manualroute
  domains = desk.example
  route_list = * 127.0.0.1
  self = send
  transport = desk
others:
  driver = accept
  transport = returned

begin transports
desk:
  driver = smtp
  port = ${handsTo}
  allow_localhost
returned:
  driver = appendfile
  file = ${folder}/returned/mbox
  user = ${user}

begin retry
* * F,1h,1s
`;

const untilItListens = async (port: number): Promise<void> => {
  for (let tries = 0; tries < 200; tries++) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await sleep(50);
  }
  throw new Error("Exim does not listen");
};
