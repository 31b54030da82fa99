import { z } from "zod";
import type { Locale } from "../i18n/index.ts";
import type { Signer } from "../signer.ts";
import { formOf, type Form, type UploadedFile } from "./form.ts";

/**
 * Files of a form that could not be taken are in the file store already, so they need not be sent again: the form
 * names them by tokens when it comes again. Without the signature anybody could attach, and so read, a file whose
 * hash he knows.
 */

/** Under this name a form brings the tokens. */
export const keptField = "kept";

const purpose = "kept file";
const fact = z.object({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string(),
  type: z.string(),
  size: z.number(),
});
export type KeptUpload = z.output<typeof fact>;

export const keptToken = (signer: Signer, { file, name, type, size }: KeptUpload): string => {
  const text = Buffer.from(JSON.stringify({ file, name, type, size })).toString("base64url");
  return `${text}.${signer.sign(purpose, text)}`;
};

/** Undefined for a token that this server has not made. */
export const readKept = (signer: Signer, token: string): KeptUpload | undefined => {
  const [text = "", signature = ""] = token.split(".");
  if (!signer.verify(purpose, text, signature)) return undefined;
  return fact.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
};

/** Under this name a form that is kept says what of it could not be: to be read, not to be sent again. */
export const notKeptField = "notkept";

/** The form with its files among its fields, for keeping it until it can be sent again. */
export const withFilesAsFields = (signer: Signer, form: Form, locale: Locale): Form => {
  const tokens = [...form.all(keptField), ...tokensOf(signer, form.files)];
  const refused = Object.values(form.refusedFiles).map((phrase) => phrase.say(locale));
  return formOf({
    ...form,
    files: [],
    fields: new Map([
      ...form.fields,
      ...(tokens.length > 0 ? [[keptField, tokens] as const] : []),
      ...(refused.length > 0 ? [[notKeptField, refused] as const] : []),
    ]),
  });
};

const tokensOf = (signer: Signer, files: readonly UploadedFile[]): string[] =>
  files.map((file) => keptToken(signer, file));
