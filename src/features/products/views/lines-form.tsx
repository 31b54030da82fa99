import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, TextArea } from "../../../ui/index.ts";
import type { Kind } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { Once, shown } from "./form-parts.tsx";

interface LinesFormProps {
  kind: Kind;
  action: string;
  state: FormState;
  once: string;
}

/** Several at once: one a line, pasted from wherever the list stands today. */
export const LinesForm = ({ kind, action, state, once }: LinesFormProps) => {
  const w = useAdminWords();
  const label = w.lines[kind];
  const said = {
    product: { help: w.productLinesHelp, button: w.addProducts },
    version: { help: w.versionLinesHelp, button: w.addVersions },
    module: { help: w.moduleLinesHelp, button: w.addModules },
  }[kind];
  return (
    <Form {...shown(`add-${kind}s`, state)} action={action} labels={{ lines: label }}>
      <Once value={once} />
      {kind !== "product" && <input type="hidden" name="part" value={kind} />}
      <TextArea name="lines" label={label} help={said.help} rows={3} mark={false} />
      <div class="form-actions">
        <Button icon="plus" kind={kind === "product" ? "primary" : "secondary"}>
          {said.button}
        </Button>
      </div>
    </Form>
  );
};
