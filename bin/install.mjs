// Runs on whatever Node the machine has, before anything is installed: nothing but Node itself may be imported.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join, resolve, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { showProgress } from "./progress.mjs";

export const root = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");
const packages = join(root, "node_modules");
const stampPath = join(packages, ".tresen-install");
const cache = join(root, ".cache");

/** The Node that Tresen runs on; the one that runs this file may be older. */
export const nodeBinary = () => join(packages, "node", "bin", "node");

/** @param {string} text A sentence for the person at the terminal. */
export const giveUp = (text) => {
  console.error(`\n${text}`);
  process.exit(1);
};

/**
 * Only one start at a time installs and builds; others wait. The lock belongs to an open file, so that it ends with
 * its holder; npm inherits it, so that it also outlives a killed launcher while npm still writes.
 * @param {(lock: number) => Promise<void>} work
 */
export const oneAtATime = async (work) => {
  const lock = openLock();
  try {
    for (let said = false; !isLocked(lock); await sleep(300)) {
      if (!said) console.log("Another start is installing or building; waiting for it …");
      said = true;
    }
    await work(lock);
  } finally {
    closeSync(lock);
  }
};

const openLock = () => {
  try {
    mkdirSync(cache, { recursive: true });
    return openSync(join(cache, "prepare.lock"), "w");
  } catch (error) {
    return giveUp(`Tresen must be able to write in ${root}: ${error.message}`);
  }
};

/** @param {number} file */
const isLocked = (file) => {
  const { error, status } = spawnSync("flock", ["--nonblock", "3"], { stdio: ["ignore", "ignore", "ignore", file] });
  // A machine without flock, which is part of Debian, has to do without the lock.
  return error !== undefined || status === 0;
};

/**
 * Installs the packages of package-lock.json, unless they are installed.
 * @param {{ dev: boolean, lock: number }} options dev: also what only developing and testing need
 */
export const install = async ({ dev, lock }) => {
  const installed = installedNow();
  const wanted = { hash: hashOfWanted(), dev: dev || installed.dev };
  if (installed.hash === wanted.hash && installed.dev === wanted.dev && existsSync(nodeBinary())) return;
  rmSync(stampPath, { force: true });
  const progress = showProgress("Installing packages");
  const { code, output } = await runNpm({ dev: wanted.dev, lock });
  progress.done();
  if (code !== 0) giveUp(`${output.trim()}\n\nInstalling the packages failed (npm install, see above).`);
  if (!existsSync(nodeBinary()))
    giveUp(
      `${output.trim()}\n\nnpm did not run the install scripts of the packages. Tresen needs those named under "allowScripts" in package.json.`,
    );
  writeFileSync(stampPath, JSON.stringify(wanted));
};

/** @param {{ dev: boolean }} options */
export const ensureInstalled = (options) => oneAtATime((lock) => install({ ...options, lock }));

/** What the last complete installation was of. */
const installedNow = () => {
  try {
    return JSON.parse(readFileSync(stampPath, "utf8"));
  } catch {
    // None yet, or it was interrupted.
    return { hash: "", dev: false };
  }
};

const hashOfWanted = () => {
  const { dependencies, devDependencies, allowScripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return createHash("sha256")
    .update(JSON.stringify([process.platform, process.arch, dependencies, devDependencies, allowScripts]))
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
};

/**
 * @param {{ dev: boolean, lock: number }} options
 * @returns {Promise<{ code: number | null, output: string }>}
 */
const runNpm = ({ dev, lock }) => {
  const npm = npmCommand();
  // Without --no-save npm rewrites the lock file to its own taste.
  const args = [
    "install",
    "--no-save",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    dev ? "--include=dev" : "--omit=dev",
  ];
  const child = spawn(npm[0], [...npm.slice(1), ...args], {
    cwd: root,
    env: { ...process.env, PATH: pathOfMachine(), npm_config_cache: join(cache, "npm") },
    stdio: ["ignore", "pipe", "pipe", lock],
  });
  return new Promise((settle) => {
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
    child.once("error", (error) => settle({ code: null, output: `${npm.join(" ")}: ${error.message}` }));
    child.once("close", (code) => settle({ code, output }));
  });
};

/** The npm that called us, on the Node that runs it; else the one in the path. */
const npmCommand = () => {
  const { npm_execpath: npm, npm_node_execpath: node } = process.env;
  const isNpm = npm !== undefined && /npm(-cli)?\.c?js$/.test(npm);
  return isNpm && node !== undefined && !isOurs(node) ? [node, npm] : ["npm"];
};

// Under "npm start" the path begins with our own packages' programs, among them the Node that npm may be replacing.
const pathOfMachine = () =>
  (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !isOurs(folder))
    .join(delimiter);

/** @param {string} path */
const isOurs = (path) => resolve(path).startsWith(packages + sep);
