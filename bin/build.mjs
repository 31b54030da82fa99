import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { giveUp, nodeBinary, root } from "./install.mjs";

const stampPath = join(root, "dist", ".sources");

/** Builds dist/ when something it is made from has changed. Packages must be installed. */
export const buildIfChanged = () => {
  const sources = fingerprint();
  if (existsSync(stampPath) && readFileSync(stampPath, "utf8") === sources) return;
  console.log("Building …");
  const { status } = spawnSync(nodeBinary(), [join(root, "tools", "build.ts")], { cwd: root, stdio: "inherit" });
  if (status !== 0) giveUp("Building failed, see above.");
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampPath, sources);
};

/** Names, sizes and times tell of every change that an editor or git makes, and cost a few milliseconds. */
const fingerprint = () => {
  const hash = createHash("sha256").update(root);
  for (const path of [...filesIn("src"), "tools/build.ts", "package.json", "package-lock.json"]) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest("hex");
};

/**
 * @param {string} folder
 * @returns {string[]}
 */
const filesIn = (folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : [path];
    });
