// npm test: installs what is missing, then runs all checks and tests. See tools/test.ts for running a part.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { ensureInstalled, giveUp, nodeBinary, root } from "./install.mjs";
import { showProgress } from "./progress.mjs";

if (Number(process.versions.node.split(".")[0]) < 20)
  giveUp(`Tresen needs Node 20 or newer; this is ${process.version}.`);

const headlessShell = "chromium-headless-shell";

const wishes = process.argv.slice(2);
const withoutBrowser = new Set(["checks", "unit", "integration", "lifecycle"]);
const needsBrowser =
  wishes.length === 0 || !wishes.every((wish) => withoutBrowser.has(wish) || /^(src|tools)\b/.test(wish));

await ensureInstalled({ dev: true });
const chromium = needsBrowser ? await ensureChromium() : undefined;

const tests = spawn(nodeBinary(), [join(root, "tools", "test.ts"), ...wishes], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, ...(chromium && { CHROMIUM_PATH: chromium }) },
});
tests.once("error", (error) => giveUp(`The tests did not start: ${error.message}`));
tests.once("exit", (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => tests.kill(signal));

/**
 * Path of a Chromium or Chrome. As root, Chromium's headless shell is installed from Debian's packages when missing,
 * also beside a Chromium: it takes half the time for the same pages.
 */
async function ensureChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return existsSync(given) ? given : giveUp(`CHROMIUM_PATH is ${given}, and there is nothing.`);
  const shell = find(headlessShell);
  if (shell) return shell;
  const other = find("chromium", "chromium-browser", "google-chrome");
  const isDebian = spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
  if (isDebian && process.getuid?.() === 0) {
    const problem = await installHeadlessShell();
    const installed = find(headlessShell);
    if (installed) return installed;
    if (!other) giveUp(problem ?? `Installing ${headlessShell} succeeded, but it is not in the path.`);
    console.log(`Without ${headlessShell}, which could not be installed, the browser tests take longer.`);
  }
  return (
    other ??
    giveUp(
      `The browser tests need Chromium: install it (on Debian, as root: apt-get install ${headlessShell}), or set CHROMIUM_PATH to a Chromium or Chrome.`,
    )
  );
}

/** @param {string[]} names */
function find(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** @returns {Promise<string | undefined>} what went wrong */
async function installHeadlessShell() {
  const progress = showProgress("Installing Chromium from Debian's packages");
  try {
    for (const step of [["update"], ["install", "-y", "--no-install-recommends", headlessShell]]) {
      const { code, output } = await runApt(step);
      if (code !== 0) return `${output.trim()}\n\nInstalling Chromium failed (apt-get ${step.join(" ")}, see above).`;
    }
  } finally {
    progress.done();
  }
}

/**
 * @param {string[]} step
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function runApt(step) {
  // Where the packages cannot be reached, nobody should wait long to hear of it.
  const patience = ["Acquire::http::Timeout=20", "Acquire::https::Timeout=20", "Acquire::Retries=0"];
  const child = spawn("apt-get", ["-q", ...patience.flatMap((option) => ["-o", option]), ...step], {
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((settle) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => settle({ code: null, output: error.message }));
    child.once("close", (code) => settle({ code, output }));
  });
}
