import { Button, Form, Panel, useUi } from "../../../ui/index.ts";
import type { TicketType } from "../rules/type.ts";
import { useAdminWords } from "../words.admin.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { tabHref } from "./type-frame.tsx";

interface FormPreviewProps {
  type: TicketType;
  tried: Readonly<Record<string, readonly string[]>>;
}

/** The questions as customers get them. Tried answers stand in the address, so it works without script, too. */
export const FormPreview = ({ type, tried }: FormPreviewProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  return (
    <Panel title={w.preview} id="preview">
      <Form id="preview-form" class="max-w-[38rem]" action={`${tabHref(type.id, "form")}#preview`} method="get">
        <p class="muted">
          {w.previewAbout} <b>{type.names[locale]}</b>
        </p>
        <AnswerFields fields={type.fields} given={tried} audience="customers" errors={{}} id="preview-form" />
        <div class="form-actions">
          <Button>{w.tryIt}</Button>
        </div>
      </Form>
    </Panel>
  );
};
