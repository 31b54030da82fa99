import { formatBytes, formatNumber } from "../../platform/i18n/index.ts";
import { useUi, useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";
import { Field, useControl, type ControlAttributes, type FieldProps } from "./field.tsx";

export interface FileInputProps extends FieldProps {
  multiple?: boolean | undefined;
  /** As in HTML, e.g. `image/*,.har`. */
  accept?: string | undefined;
  /** Opens the camera on a phone. */
  capture?: "environment" | "user" | undefined;
  /** What the server will take: bytes of one file, and how many. What is beyond is marked before it is sent. */
  limits?: { each: number; count: number } | undefined;
  /** The server keeps the files of a form that it refuses and lists them itself; the field is empty again then. */
  kept?: boolean | undefined;
}

/**
 * The browser's own file field in a zone that, once the script runs, speaks the reader's language, lists what was
 * chosen, and takes dropped and pasted files (client/files.ts).
 */
export const FileInput = (props: FileInputProps) => {
  const state = useControl(props);
  return (
    <Field {...props} state={state}>
      <FileZone control={state.control} {...props} />
    </Field>
  );
};

type ZoneProps = Pick<FileInputProps, "multiple" | "accept" | "capture" | "kept" | "limits"> & {
  control: ControlAttributes;
};

/** The zone alone, for places that bring their own label. */
export const FileZone = ({ control, multiple, accept, capture, kept, limits }: ZoneProps) => {
  const words = useWords();
  const { locale } = useUi();
  return (
    <div class="file-zone" data-files={kept ? "kept" : ""}>
      <Icon name="paperclip" />
      <input {...control} type="file" class="file-zone-input" multiple={multiple} accept={accept} capture={capture} />
      <span class="file-zone-words" aria-hidden="true">
        <span class="file-zone-choose">{multiple ? words.chooseFiles : words.chooseFile}</span>{" "}
        <span class="file-zone-hint">{words.dropFiles}</span>
      </span>
      <ul
        class="file-zone-list"
        data-files-list
        data-remove={words.removeFile("%")}
        {...(limits && {
          "data-most-bytes": limits.each,
          "data-most-files": limits.count,
          "data-too-large": words.fileTooLarge(formatBytes(limits.each, locale)),
          "data-too-much": words.fileTooMuch(formatNumber(limits.count, locale)),
        })}
        hidden
      />
    </div>
  );
};
