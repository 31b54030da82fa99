#!/usr/bin/env node
// tresen: the command line, on the Node that Tresen brings along. See tresen --help.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { nodeBinary, root } from "./install.mjs";

const given = process.argv.slice(2);
const program = join(root, "dist", "server", "cli.js");
// Called by a mail server: it runs as it is built, for a user who may not write here, and what fails is tried again.
const isReceiving = given[0] === "mail" && given[1] === "receive";
const isInspecting = given[0] === "mail" && given[1] === "inspect";
const failed = isReceiving ? 75 : 1;

if (!isReceiving || !existsSync(program) || !existsSync(nodeBinary())) {
  // What this says must not stand among what the program says.
  const { status } = spawnSync(process.execPath, [join(root, "bin", "prepare.mjs")], { stdio: ["ignore", 2, 2] });
  if (status !== 0) process.exit(failed);
}

const child = spawn(nodeBinary(), ["--enable-source-maps", program, ...given], {
  stdio: "inherit",
  // Settings name folders from where the server runs; the paths of messages are meant from where the person is.
  ...(!isInspecting && { cwd: root }),
  env: { ...process.env, NODE_COMPILE_CACHE: join(root, ".cache", "node") },
});
child.once("error", (error) => {
  console.error(`It did not start: ${error.message}`);
  process.exit(failed);
});
child.once("exit", (code, signal) =>
  process.exit(signal ? (isReceiving ? failed : 128 + constants.signals[signal]) : code),
);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
