import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { FieldError } from "../forms/field.tsx";
import { FileInput, type FileInputProps } from "../forms/file-input.tsx";
import { fieldId, FormContext, type FieldErrors, type FieldValues } from "../forms/form-context.ts";
import { RichText } from "../forms/rich-text.tsx";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { DraftState } from "./draft-state.tsx";

export interface WritingKind {
  key: string;
  label: string;
  icon: IconName;
  /** Key that opens it and goes to its text. */
  hotkey?: string | undefined;
  /** A `WritingForm` whose id is `<id of the place>-<key>`. */
  form: ComponentChildren;
}

export interface WritingPlaceProps {
  id: string;
  /** What the tabs choose between, for screen readers. */
  label: string;
  kinds: readonly WritingKind[];
  /** The kind that is open at first. */
  current: string;
}

/**
 * Several forms in one place, one for each kind of words, so that a half-written letter and a half-written note never
 * mix. Which one shows is a matter of radio buttons and works without script.
 */
export const WritingPlace = ({ id, label, kinds, current }: WritingPlaceProps) => (
  <section class="writing" id={id} aria-label={label}>
    <fieldset class="composer-tabs">
      <legend class="sr-only">{label}</legend>
      {kinds.map((kind) => (
        <label key={kind.key} class="composer-tab">
          <input
            class="sr-only"
            type="radio"
            id={`${id}-tab-${kind.key}`}
            name={`${id}-tab`}
            value={kind.key}
            checked={kind.key === current}
            data-hotkey={kind.hotkey}
            data-hotkey-focus={`${id}-${kind.key}-text`}
            data-writing-tab
          />
          <Icon name={kind.icon} size={14} />
          {kind.label}
        </label>
      ))}
    </fieldset>
    {kinds.map((kind) => (
      <div key={kind.key} class="writing-kind" data-kind={kind.key}>
        {kind.form}
      </div>
    ))}
  </section>
);

export interface WritingFormProps {
  /** Unique on the page; the text is `<id>-text`. Sends `text`, `html` and `files`, and whatever `children` hold. */
  id: string;
  action: string;
  /** `note` is tinted: nobody may take it for a letter. */
  look?: "letter" | "note" | undefined;
  /** To whom it will be sent, or who will see it. Always shown. */
  to: ComponentChildren;
  text?: string | undefined;
  html?: string | undefined;
  placeholder?: string | undefined;
  mentions?: readonly { id: number; name: string }[] | undefined;
  draftUrl?: string | undefined;
  /** Hidden fields that belong to the text, e.g. the draft's version: see `RichText`. */
  kept?: Readonly<Record<string, string>> | undefined;
  errors?: FieldErrors | undefined;
  values?: FieldValues | undefined;
  /** What stands against sending: shown above the text. */
  warning?: ComponentChildren;
  /** Files that are attached already, e.g. from the draft. */
  attached?: ComponentChildren;
  /** See `FileInput`. */
  fileLimits?: FileInputProps["limits"];
  /** Hidden fields, and what may be chosen beside the text. */
  children?: ComponentChildren;
  /** Left of the send buttons, e.g. prepared answers. */
  tools?: ComponentChildren;
  /** Send buttons, the main one last. */
  actions: ComponentChildren;
}

/** One kind of words: to whom, the text, files, and sending. */
export const WritingForm = (props: WritingFormProps) => {
  const { id, errors = {}, values = {} } = props;
  const words = useWords();
  const textId = fieldId(id, "text");
  const entered = values["text"];
  // Refused words must stay as they are; an empty form may be filled again by what comes back.
  const holdsWords = Boolean(entered) && (Object.keys(errors).length > 0 || Boolean(props.warning));
  return (
    <FormContext.Provider value={{ id, errors, values }}>
      <form
        id={id}
        class={cx("composer", props.look === "note" && "composer-note")}
        action={props.action}
        method="post"
        enctype="multipart/form-data"
        noValidate
        data-composer
        data-unsaved={holdsWords ? "" : undefined}
      >
        <div class="composer-to">{props.to}</div>
        {props.warning && <div class="composer-warning">{props.warning}</div>}
        <RichText
          id={textId}
          name="text"
          htmlName="html"
          label={words.message}
          text={typeof entered === "string" ? entered : props.text}
          html={typeof values["html"] === "string" ? values["html"] : entered === undefined ? props.html : undefined}
          placeholder={props.placeholder}
          mentions={props.mentions}
          wrong={Boolean(errors["text"])}
          describedBy={errors["text"] ? `${textId}-error` : undefined}
          draftUrl={props.draftUrl}
          kept={props.kept}
        />
        <FieldError id={textId} error={errors["text"]} />
        {props.attached}
        <FileInput
          name="files"
          label={words.attachments}
          hideLabel
          multiple
          kept
          limits={props.fileLimits}
          class="composer-files"
        />
        {props.children}
        <div class="composer-foot">
          <div class="composer-tools">
            {props.tools}
            <DraftState />
          </div>
          <div class="composer-actions">{props.actions}</div>
        </div>
      </form>
    </FormContext.Provider>
  );
};
