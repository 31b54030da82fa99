import { spawnSync } from "node:child_process";
import { join } from "node:path";

// Which types a preset ships only a desk knows that chose it, and the buttons' words stand in pages: the test that compares the
// sheet has both, and writes it when it is asked to.
const root = join(import.meta.dirname, "..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const sheet = ["run", "--project", "integration", "test/integration/ticket-machine.db.test.ts", "-t", "current", "-u"];
process.exitCode = spawnSync(process.execPath, [vitest, ...sheet], { cwd: root, stdio: "inherit" }).status ?? 1;
