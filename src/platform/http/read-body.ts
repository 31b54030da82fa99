import type { FastifyRequest } from "fastify";
import type { FileStore } from "../file-store.ts";
import { platformPhrase } from "../errors.ts";
import { formatBytes, type Locale, type Phrase } from "../i18n/index.ts";
import { clean } from "./clean.ts";
import { formOf, type Form } from "./form.ts";
import { createIntake, type UploadLimits } from "./uploads.ts";

/** The largest field of a form with files, in bytes. What is longer belongs into a file. */
export const longestField = 2_000_000;

/** Reads the body of a changing request: URL-encoded, JSON (one level) or multipart with files. */
export const readForm = async (
  request: FastifyRequest,
  { files, limits, locale }: { files: FileStore; limits: UploadLimits; locale: Locale },
): Promise<Form> => {
  if (request.isMultipart()) return readMultipart(request, { files, limits, locale });
  if (typeof request.body !== "object" || request.body === null) return formOf({});
  return formOf({
    fields: new Map(
      Object.entries(request.body).map(([name, value]) => [
        clean(name),
        (Array.isArray(value) ? value : [value]).filter((each) => each !== null).map((each) => clean(String(each))),
      ]),
    ),
  });
};

const readMultipart = async (
  request: FastifyRequest,
  { files: store, limits, locale }: { files: FileStore; limits: UploadLimits; locale: Locale },
): Promise<Form> => {
  const fields = new Map<string, string[]>();
  const tooLong: Record<string, Phrase> = {};
  const intake = createIntake(store, limits);
  for await (const part of request.parts()) {
    if (part.type === "field") {
      const name = clean(part.fieldname);
      fields.set(name, [...(fields.get(name) ?? []), clean(String(part.value))]);
      if (part.valueTruncated) tooLong[name] = platformPhrase("fieldCut", { most: formatBytes(longestField, locale) });
    } else if (part.filename) await intake.take(part);
    // An empty file input must be read to its end, too, or the parts after it never arrive.
    else part.file.resume();
  }
  return formOf({ fields, files: intake.files, refusedFiles: { ...tooLong, ...intake.refusals(locale) } });
};
