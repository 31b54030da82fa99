import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ticketMachine } from "./ticket-machine.ts";

await writeFile(join(import.meta.dirname, "../docs/ticket-machine.md"), await ticketMachine());
