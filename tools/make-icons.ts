/** Writes src/ui/icon-shapes.json: the drawings of the icons named in src/ui/icon-names.ts, and no others. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { format } from "prettier";
import { iconNames } from "../src/ui/icon-names.ts";

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const all = JSON.parse(await readFile(at("node_modules/lucide-static/icon-nodes.json"), "utf8")) as Record<
  string,
  [tag: string, attributes: Record<string, string>][] | undefined
>;

const unknownNames = iconNames.filter((name) => !all[name]);
if (unknownNames.length > 0) throw new Error(`lucide has no icon named ${unknownNames.join(", ")}`);

const chosen = Object.fromEntries(
  iconNames.map((name) => [name, all[name]?.map(([tag, attributes]) => ({ tag, ...attributes }))]),
);
const out = at("src/ui/icon-shapes.json");
await writeFile(out, await format(JSON.stringify(chosen), { filepath: out, printWidth: 120 }));
