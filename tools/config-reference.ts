import { format } from "prettier";
import { environment, isSecret, metaOf } from "../src/platform/config.ts";

type Name = keyof typeof environment.shape;

/** The text of docs/configuration.md, made from the one schema that the program itself checks settings with. */
export const configReference = (): Promise<string> => {
  const names = Object.keys(environment.shape) as Name[];
  const text = [
    "# Configuration",
    "<!-- Written by `npx node tools/write-config-reference.ts` from `src/platform/config.ts`; change it there. -->",
    "Tresen is set up in the browser. What must be known before it starts comes from environment variables; all of them " +
      "may be left out. The program checks them once, at the start, and tells everything that is wrong with them at " +
      "once. A `TRESEN_…` variable that it does not know stops it too, because it is most likely a mistyped one.",
    ["| Variable | Without it | Meaning |", "| --- | --- | --- |", ...names.map(rowOf)].join("\n"),
    "## Secrets in files",
    `A secret need not stand in the environment: ${names
      .filter(isSecret)
      .map((name) => `\`${name}_FILE\``)
      .join(", ")} ` + "name a file with the value.",
  ].join("\n\n");
  return format(text, { parser: "markdown", printWidth: 120 });
};

const rowOf = (name: Name): string => {
  const { description = "", without = defaultOf(name) } = metaOf(name);
  return `| \`${name}\` | ${without} | ${description} |`;
};

const defaultOf = (name: Name): string => `\`${String(environment.shape[name].parse(undefined))}\``;
