import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { Button } from "../actions/button.tsx";

export interface PreviewProps {
  /** Of the form whose saving it is about. */
  formId: string;
  title: string;
  /** Sent along with the form, so that it is known for which change this was read. */
  known: { name: string; value: string };
  /** What the button that saves says. */
  submit: string;
  children: ComponentChildren;
}

/** Above a form that has not been saved: what saving it would mean. Takes the focus when the page comes back with it. */
export const Preview = ({ formId, title, known, submit, children }: PreviewProps) => {
  const words = useWords();
  const headingId = `${formId}-preview`;
  return (
    <section class="panel panel-card" aria-labelledby={headingId} tabIndex={-1} data-error-summary autofocus>
      <header class="panel-head">
        <h2 id={headingId}>{title}</h2>
      </header>
      <div class="panel-body stack">
        {children}
        <div class="row">
          <input type="hidden" name={known.name} value={known.value} form={formId} />
          <Button form={formId} kind="primary">
            {submit}
          </Button>
          <span class="muted small">{words.notSavedYet}</span>
        </div>
      </div>
    </section>
  );
};
