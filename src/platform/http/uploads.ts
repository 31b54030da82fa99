import { pipeline as connect, Transform, type Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { platformPhrase } from "../errors.ts";
import { TooLarge, type FileStore } from "../file-store.ts";
import { formatBytes, type Locale, type Phrase } from "../i18n/index.ts";
import { clean } from "./clean.ts";
import type { UploadedFile } from "./form.ts";

/** How many files one form brings. */
export const mostFiles = 20;

/** In bytes: so much of what is refused is read to its end, or the sender would never see the answer. */
const mostRefused = 1_000_000_000;

/** In bytes. */
export interface UploadLimits {
  /** Of one file. */
  each: number;
  /** Of all files of a form. */
  together: number;
}

/**
 * Somebody who is not signed in may be anybody. His files are read all the same, because a session may have ended while he
 * wrote, but not as many.
 */
const visitors: UploadLimits = { each: 10_000_000, together: 20_000_000 };

export const limitsOf = (most: number, isSignedIn: boolean): UploadLimits =>
  isSignedIn
    ? { each: most, together: most * mostFiles }
    : { each: Math.min(most, visitors.each), together: visitors.together };

/** The sender goes on and on; nothing is left but to hang up. */
export class BodyTooLarge extends Error {}

type Reason = "each" | "count" | "together";

/** Takes a form's files one after the other, and remembers which it did not take, and why. */
export const createIntake = (store: FileStore, limits: UploadLimits) => {
  const files: UploadedFile[] = [];
  const refused: { field: string; name: string; reason: Reason }[] = [];
  let read = 0;
  let kept = 0;
  const count = () =>
    new Transform({
      transform(chunk: Buffer, _encoding, done) {
        read += chunk.length;
        done(read > limits.together + mostRefused ? new BodyTooLarge() : null, chunk);
      },
    });

  const take = async (part: {
    fieldname: string;
    filename: string;
    mimetype: string;
    file: Readable;
  }): Promise<void> => {
    const { fieldname: field } = part;
    const name = clean(part.filename);
    const content = connect(part.file, count(), () => undefined);
    if (files.length >= mostFiles) {
      refused.push({ field, name, reason: "count" });
      await skip(content);
      return;
    }
    const left = limits.together - kept;
    try {
      const { file, size } = await store.put(content, Math.min(limits.each, left));
      kept += size;
      files.push({ field, name, type: clean(part.mimetype), size, file });
    } catch (error) {
      if (!(error instanceof TooLarge)) throw error;
      refused.push({ field, name, reason: left < limits.each ? "together" : "each" });
    }
  };

  const skip = async (content: Readable): Promise<void> => {
    content.resume();
    await finished(content, { writable: false });
  };

  /** By field: every file that was not taken, by name, with the reason. */
  const refusals = (locale: Locale): Record<string, Phrase> => {
    const named = (field: string, reason: Reason): string[] =>
      refused.filter((each) => each.field === field && each.reason === reason).map(({ name }) => name);
    const fields = [...new Set(refused.map(({ field }) => field))];
    return Object.fromEntries(
      fields.map((field) => [
        field,
        platformPhrase("filesRefused", {
          each: named(field, "each"),
          count: named(field, "count"),
          together: named(field, "together"),
          mostEach: formatBytes(limits.each, locale),
          mostTogether: formatBytes(limits.together, locale),
          mostFiles,
        }),
      ]),
    );
  };
  return { files, take, refusals };
};
