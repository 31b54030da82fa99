import { keptField, keptToken, readKept } from "../../../platform/http/kept-files.ts";
import type { Ask } from "../../../platform/http/route.ts";
import type { Signer } from "../../../platform/signer.ts";
import type { StoredFile } from "../rules/ticket.ts";
import type { KeptFile } from "../views/portal/kept-files.tsx";

/** Files as a form names them when it comes again. */
export const keepFiles = (signer: Signer, files: readonly StoredFile[]): KeptFile[] =>
  files.map((file) => ({ name: file.name, size: file.size, token: keptToken(signer, file) }));

/** What the form brought: files it named again, less those whose box says "remove", and the new ones. */
export const filesOf = ({ form, context: { signer } }: Pick<Ask, "form" | "context">): StoredFile[] => {
  const dropped = new Set(form.all("dropped"));
  const kept = form
    .all(keptField)
    .filter((token) => !dropped.has(token))
    .flatMap((token) => readKept(signer, token) ?? []);
  const fresh = form.files.map(({ file, name, type, size }) => ({ file, name, type, size }));
  const all = [...kept, ...fresh].map((each) => ({
    ...each,
    name: shortName(each.name),
    type: each.type.slice(0, 255),
  }));
  return [...new Map(all.map((each) => [`${each.file} ${each.name}`, each])).values()];
};

const longestName = 200;

/** Keeps the ending, because programs go by it. */
const shortName = (name: string): string => {
  if (name.length <= longestName) return name;
  const ending = /\.\w{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, longestName - ending.length) + ending;
};
