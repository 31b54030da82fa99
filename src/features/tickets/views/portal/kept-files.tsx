import { formatBytes } from "../../../../platform/i18n/index.ts";
import { useUi } from "../../../../ui/index.ts";
import { portalWords } from "../../words-portal.ts";

/** A file that arrived with a form that could not be taken: it is stored, and the form names it when it comes again. */
export interface KeptFile {
  name: string;
  /** In bytes. */
  size: number;
  /** Signed, so that nobody names a file that is not his. */
  token: string;
}

interface KeptFilesProps {
  files: readonly KeptFile[];
  /** The form they belong to, where they stand outside of it. */
  form?: string | undefined;
}

/** Lists them with a box for each that takes it away again. */
export const KeptFiles = ({ files, form }: KeptFilesProps) => {
  const { locale } = useUi();
  const w = portalWords[locale].files;
  if (files.length === 0) return null;
  return (
    <fieldset class="flex flex-col gap-2 border-0">
      <legend class="field-label">{w.attached}</legend>
      {files.map((file) => (
        <div key={file.token} class="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
          <input type="hidden" name="kept" value={file.token} form={form} />
          <span class="min-w-0 wrap-anywhere">
            {file.name} <span class="text-muted text-sm">{formatBytes(file.size, locale)}</span>
          </span>
          <label class="flex cursor-pointer items-center gap-2 text-sm">
            <input type="checkbox" class="checkbox" name="dropped" value={file.token} form={form} />
            <span aria-hidden="true">{w.removeShort}</span>
            <span class="sr-only">{w.remove({ name: file.name })}</span>
          </label>
        </div>
      ))}
    </fieldset>
  );
};
