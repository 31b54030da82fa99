import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { configReference } from "./config-reference.ts";

await writeFile(join(import.meta.dirname, "../docs/configuration.md"), await configReference());
