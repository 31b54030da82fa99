import { fieldsToSend, notKeptIn, wordsIn } from "../../../platform/http/held-forms.ts";
import type { Form as SentForm } from "../../../platform/http/form.ts";
import { Button, Form, LinkButton, Notice } from "../../../ui/index.ts";
import { usePageWords } from "../words.pages.ts";

interface HeldProps {
  path: string;
  form: SentForm;
  /** Names of the files that came with it. */
  files: readonly string[];
}

/** What was sent without a session, with one button that sends it on. */
export const Held = ({ path, form, files }: HeldProps) => {
  const w = usePageWords();
  const notKept = notKeptIn(form);
  return (
    <Form id="held" action={path} turbo={false}>
      {wordsIn(form).map((words, index) => (
        <blockquote key={index} class="kept-words">
          {words}
        </blockquote>
      ))}
      {fieldsToSend(form).map(({ name, value }, index) => (
        <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
      ))}
      {files.length > 0 && <p class="muted small">{w.heldFiles({ names: files.join(", ") })}</p>}
      {notKept.length > 0 && <Notice tone="warning">{notKept.join(" ")}</Notice>}
      <Button kind="primary" icon="send" wide>
        {w.heldSubmit}
      </Button>
      <LinkButton href="/" kind="quiet" wide>
        {w.heldBack}
      </LinkButton>
    </Form>
  );
};

export const HeldGone = () => {
  const w = usePageWords();
  return (
    <LinkButton href="/" wide>
      {w.toStart}
    </LinkButton>
  );
};
