// npm start: installs what is missing, builds what has changed, runs the server until it is told to stop.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { buildIfChanged } from "./build.mjs";
import { giveUp, install, nodeBinary, oneAtATime, root } from "./install.mjs";

if (Number(process.versions.node.split(".")[0]) < 20)
  giveUp(`Tresen needs Node 20 or newer; this is ${process.version}.`);

await oneAtATime(async (lock) => {
  await install({ dev: false, lock });
  buildIfChanged();
});

const server = spawn(
  nodeBinary(),
  ["--enable-source-maps", join(root, "dist", "server", "main.js"), ...process.argv.slice(2)],
  {
    // In a session of its own: Ctrl-C at the terminal reaches only us, and through us the server, once.
    detached: true,
    // Over the channel the server learns when this process is gone, however it went.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, ".cache", "node") },
  },
);
server.once("error", (error) => giveUp(`The server did not start: ${error.message}`));
server.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));

// npm passes on a Ctrl-C that the terminal has sent us already, so what comes at once is not a second wish.
const sameWishMs = 500;
let first = 0;
const stop = (signal) => {
  if (first === 0) {
    first = performance.now();
    server.kill(signal);
  } else if (performance.now() - first > sameWishMs) {
    server.kill("SIGKILL");
  }
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));

// A killed npm tells nobody, and would leave a server behind that no Ctrl-C reaches any more.
if (process.env.npm_lifecycle_event !== undefined) {
  const npm = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(watch);
    stop("SIGTERM");
  }, 1000);
}
