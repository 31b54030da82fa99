import { z } from "zod";
import type { Ask } from "../../../platform/http/route.ts";
import type { Signer } from "../../../platform/signer.ts";
import type { StoredFile } from "../rules/ticket.ts";
import type { KeptFile } from "../views/portal/kept-files.tsx";

/**
 * Files of a form that was refused are stored already. The form names them when it comes again, by a token that only
 * its sender can use: without the signature anybody could attach, and so read, a file whose hash he knows.
 */

const stored = z.object({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  type: z.string(),
  size: z.number(),
});

const purpose = (personId: number): string => `kept file of person ${personId}`;

export const keepFiles = (signer: Signer, personId: number, files: readonly StoredFile[]): KeptFile[] =>
  files.map(({ file, name, type, size }) => {
    const fact = Buffer.from(JSON.stringify({ file, name, type, size })).toString("base64url");
    return { name, size, token: `${fact}.${signer.sign(purpose(personId), fact)}` };
  });

/** What the form brought: files it named again, less those whose box says "remove", and the new ones. */
export const filesOf = (
  { form, context: { signer } }: Pick<Ask, "form" | "context">,
  personId: number,
): StoredFile[] => {
  const dropped = new Set(form.all("dropped"));
  const kept = form
    .all("kept")
    .filter((token) => !dropped.has(token))
    .flatMap((token) => readToken(signer, personId, token) ?? []);
  const fresh = form.files
    .filter(({ field }) => field === "files")
    .map(({ file, name, type, size }) => ({ file, name: shortName(name), type: type.slice(0, 255), size }));
  return [...new Map([...kept, ...fresh].map((each) => [`${each.file} ${each.name}`, each])).values()];
};

const readToken = (signer: Signer, personId: number, token: string): StoredFile | undefined => {
  const [fact = "", signature = ""] = token.split(".");
  if (!signer.verify(purpose(personId), fact, signature)) return undefined;
  return stored.parse(JSON.parse(Buffer.from(fact, "base64url").toString("utf8")));
};

const longestName = 200;

/** Keeps the ending, because programs go by it. */
const shortName = (name: string): string => {
  if (name.length <= longestName) return name;
  const ending = /\.\w{1,10}$/.exec(name)?.[0] ?? "";
  return name.slice(0, longestName - ending.length) + ending;
};
