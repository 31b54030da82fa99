import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkArchitecture } from "./architecture/check.ts";
import { sizeExceptions } from "./architecture/size-exceptions.ts";

const root = join(import.meta.dirname, "..");
const schema = await readFile(join(root, "db/schema.sql"), "utf8");
const { violations, modules, edges } = await checkArchitecture(root, { schema, sizeExceptions });
for (const { rule, file, problem } of violations) console.log(`${rule}: ${file} ${problem}`);
console.log(`${modules} modules with ${edges} imports, ${violations.length} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
