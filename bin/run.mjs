// node bin/run.mjs FILE [ARGUMENTS]: runs a program of the project on the Node that it brings along.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { ensureInstalled, giveUp, nodeBinary, root } from "./install.mjs";

await ensureInstalled({ dev: true });

const child = spawn(nodeBinary(), process.argv.slice(2), { cwd: root, stdio: "inherit" });
child.once("error", (error) => giveUp(`It did not start: ${error.message}`));
child.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
