import type { Phrase } from "../i18n/index.ts";

/** A file that arrived with a form and is already in the file store. */
export interface UploadedFile {
  field: string;
  name: string;
  type: string;
  size: number;
  /** Its name in the file store. */
  file: string;
}

/** What a form sent. Fields may repeat; files are stored, or refused with a phrase. */
export interface Form {
  fields: ReadonlyMap<string, readonly string[]>;
  files: readonly UploadedFile[];
  /** What of it was not kept, by field, with the reason: files, and fields that were too long. */
  refusedFiles: Readonly<Record<string, Phrase>>;
  /** What somebody else has changed, too, since the form was shown, by field, with what it is now. */
  changedMeanwhile: Readonly<Record<string, Phrase>>;
  text(name: string): string;
  all(name: string): readonly string[];
  /** Every field's first value, as an action's input takes it; empty fields are left out. */
  values(): Record<string, string>;
}

interface FormParts {
  fields?: ReadonlyMap<string, readonly string[]>;
  files?: readonly UploadedFile[];
  refusedFiles?: Readonly<Record<string, Phrase>>;
  changedMeanwhile?: Readonly<Record<string, Phrase>>;
}

export const formOf = ({
  fields = new Map(),
  files = [],
  refusedFiles = {},
  changedMeanwhile = {},
}: FormParts): Form => ({
  fields,
  files,
  refusedFiles,
  changedMeanwhile,
  text: (name) => fields.get(name)?.[0] ?? "",
  all: (name) => fields.get(name) ?? [],
  values: () =>
    Object.fromEntries(
      [...fields].flatMap(([name, [value]]) => (value === undefined || value === "" ? [] : [[name, value]])),
    ),
});

/** A form as the page shows it again: what was typed, and what is the matter, in the reader's language. */
export interface FormState {
  values: Readonly<Record<string, string>>;
  lists: Readonly<Record<string, readonly string[]>>;
  errors: Readonly<Record<string, string>>;
  /** What is wrong with the whole, not with one field. */
  problem?: string;
}

export const freshForm = (values: Record<string, string> = {}): FormState => ({ values, lists: {}, errors: {} });
