// npm run schema: writes db/schema.sql and the tables' types. With --check it writes nothing and says what is not current.
import { readFile, writeFile } from "node:fs/promises";
import { differences, readSchema } from "./schema/current.ts";

const isCheck = process.argv.includes("--check");
const { files, changedBySecond } = await readSchema();
const problems = changedBySecond.map((change) => `Migrating twice is not the same as once: ${change}`);

for (const { path, absolute, text } of files) {
  const current = await readFile(absolute, "utf8").catch(() => "");
  if (current === text) continue;
  if (isCheck)
    problems.push(`${path} is not what the migrations make; run "npm run schema".`, ...differences(current, text));
  else await writeFile(absolute, text);
}

for (const problem of problems) console.log(problem);
console.log(isCheck ? `${files.length} files compared, ${problems.length} differences` : "The schema is written.");
process.exitCode = problems.length === 0 ? 0 : 1;
