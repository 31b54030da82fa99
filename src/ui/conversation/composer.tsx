import type { ComponentChildren } from "preact";
import { Button } from "../actions/button.tsx";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { FieldError } from "../forms/field.tsx";
import { FileInput, type FileInputProps } from "../forms/file-input.tsx";
import { fieldId, FormContext, type FieldErrors, type FieldValues } from "../forms/form-context.ts";
import { Icon } from "../icon.tsx";
import { DraftState } from "./draft-state.tsx";

export type ComposerKind = "reply" | "note";

export interface ComposerProps {
  /** Unique on the page; the text is `<id>-body`. */
  id: string;
  /** Where it posts to: `kind` (`reply` or `note`), `body`, `files`, and whatever `children` hold. */
  action: string;
  /** To whom an answer will be sent. Always shown, because a letter cannot be called back. */
  reply: {
    to: readonly string[];
    copies?: readonly string[] | undefined;
    sendLabel: string;
    placeholder?: string | undefined;
  };
  /** Given where internal notes may be written: then tabs choose between the two. */
  note?: { audience: string; saveLabel: string } | undefined;
  /** Which of both is chosen at first. */
  kind?: ComposerKind | undefined;
  /** The draft so far. */
  body?: string | undefined;
  /** Where the draft is saved as it is typed. */
  draftUrl?: string | undefined;
  errors?: FieldErrors | undefined;
  values?: FieldValues | undefined;
  /** Offers attachments. */
  files?: boolean | undefined;
  /** See `FileInput`. */
  filesKept?: boolean | undefined;
  fileLimits?: FileInputProps["limits"];
  /** Beside the send button, e.g. a `Select` of the status to set. */
  children?: ComponentChildren;
  /** A warning above the text, e.g. "Ann is answering as well". */
  warning?: ComponentChildren;
}

const KindTabs = ({ id, kind }: { id: string; kind: ComposerKind }) => {
  const words = useWords();
  return (
    <fieldset class="composer-tabs">
      <legend class="sr-only">{words.message}</legend>
      {(["reply", "note"] as const).map((each) => (
        <label key={each} class="composer-tab">
          <input
            class="sr-only"
            type="radio"
            id={`${id}-kind-${each}`}
            name="kind"
            value={each}
            checked={each === kind}
            data-hotkey={each === "reply" ? "r" : "n"}
            data-hotkey-focus={`${id}-body`}
            data-composer-kind={each}
          />
          <Icon name={each === "reply" ? "reply" : "lock"} size={14} />
          {words[each]}
        </label>
      ))}
    </fieldset>
  );
};

const Recipients = ({ reply, note }: Pick<ComposerProps, "reply" | "note">) => {
  const words = useWords();
  return (
    <>
      <p class={cx("composer-to", note && "when-reply")}>
        <span class="composer-to-label">{words.replyTo}</span> {reply.to.join(", ")}
        {reply.copies && reply.copies.length > 0 && (
          <>
            {" "}
            <span class="composer-to-label">· {words.copyTo}</span> {reply.copies.join(", ")}
          </>
        )}
      </p>
      {note && (
        <p class="composer-to when-note">
          <span class="composer-to-label">{words.noteTo}</span> {note.audience}
        </p>
      )}
    </>
  );
};

/** The writing place at the end of a thread. Plain form here; an island may make it rich. */
export const Composer = (props: ComposerProps) => {
  const { id, reply, note, errors = {}, values = {} } = props;
  const words = useWords();
  const entered = values["kind"] ?? props.kind;
  const kind: ComposerKind = note && entered === "note" ? "note" : "reply";
  const bodyId = fieldId(id, "body");
  return (
    <FormContext.Provider value={{ id, errors, values }}>
      <form
        id={id}
        class="composer"
        action={props.action}
        method="post"
        enctype={props.files ? "multipart/form-data" : undefined}
        noValidate
        data-composer
        data-unsaved={Object.keys(errors).length > 0 ? "" : undefined}
      >
        {note ? <KindTabs id={id} kind={kind} /> : <input type="hidden" name="kind" value="reply" />}
        <Recipients reply={reply} note={note} />
        {props.warning && <div class="composer-warning">{props.warning}</div>}
        <label class="sr-only" for={bodyId}>
          {words.message}
        </label>
        <textarea
          class="composer-text"
          id={bodyId}
          name="body"
          rows={5}
          placeholder={reply.placeholder ?? words.replyPlaceholder}
          aria-invalid={errors["body"] ? "true" : undefined}
          aria-describedby={errors["body"] ? `${bodyId}-error` : undefined}
          data-draft-url={props.draftUrl}
          data-presence-writing
        >
          {typeof values["body"] === "string" ? values["body"] : (props.body ?? "")}
        </textarea>
        <FieldError id={bodyId} error={errors["body"]} />
        <div class="composer-foot">
          {props.files && (
            <FileInput
              name="files"
              label={words.attachments}
              hideLabel
              multiple
              kept={props.filesKept}
              limits={props.fileLimits}
              class="composer-files"
            />
          )}
          <DraftState />
          <div class="composer-actions">
            {props.children}
            <Button kind="primary" icon="send" hotkey="mod+enter" class="composer-send">
              <span class={note && "when-reply"}>{reply.sendLabel}</span>
              {note && <span class="when-note">{note.saveLabel}</span>}
            </Button>
          </div>
        </div>
      </form>
    </FormContext.Provider>
  );
};
