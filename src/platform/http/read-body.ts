import type { FastifyRequest } from "fastify";
import { TooLarge, type FileStore } from "../file-store.ts";
import { platformPhrase } from "../errors.ts";
import { formatBytes, type Locale, type Phrase } from "../i18n/index.ts";
import { clean } from "./clean.ts";
import { formOf, type Form, type UploadedFile } from "./form.ts";

/** Reads the body of a changing request: URL-encoded, JSON (one level) or multipart with files. */
export const readForm = async (
  request: FastifyRequest,
  { files, most, locale }: { files: FileStore; most: number | undefined; locale: Locale },
): Promise<Form> => {
  if (request.isMultipart()) return readMultipart(request, { files, most: most ?? 0, locale });
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
  { files: store, most, locale }: { files: FileStore; most: number; locale: Locale },
): Promise<Form> => {
  const fields = new Map<string, string[]>();
  const files: UploadedFile[] = [];
  const refusedFiles: Record<string, Phrase> = {};
  for await (const part of request.parts()) {
    if (part.type === "field") {
      const name = clean(part.fieldname);
      fields.set(name, [...(fields.get(name) ?? []), clean(String(part.value))]);
    } else if (part.filename) {
      try {
        const { file, size } = await store.put(part.file, most);
        files.push({ field: part.fieldname, name: clean(part.filename), type: clean(part.mimetype), size, file });
      } catch (error) {
        if (!(error instanceof TooLarge)) throw error;
        refusedFiles[part.fieldname] = platformPhrase("fileTooLarge", {
          name: part.filename,
          most: formatBytes(most, locale),
        });
      }
    }
    // A file part must be read to its end, or the parts after it never arrive; this also skips empty file inputs.
    if (part.type === "file") part.file.resume();
  }
  return formOf({ fields, files, refusedFiles });
};
