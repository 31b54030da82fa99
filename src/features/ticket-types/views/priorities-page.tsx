import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, LinkButton, PageHeader, TextArea } from "../../../ui/index.ts";
import { priorities } from "../rules/type.ts";
import type { PriorityCriteria } from "../store/priorities.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { shown, UsedBy } from "./entry-parts.tsx";
import { auditHref, prioritiesPath } from "./paths.ts";

interface PrioritiesPageProps {
  criteria: PriorityCriteria;
  uses: Uses;
  state: FormState;
}

export const PrioritiesPage = ({ criteria, uses, state }: PrioritiesPageProps) => {
  const w = useAdminWords();
  const nameOf = (priority: string, language: string): string => `criteria.${priority}.${language}`;
  return (
    <div class="stack">
      <PageHeader
        title={w.priorities}
        actions={
          <LinkButton href={auditHref("priority")} icon="list-ordered" size="sm">
            {w.history}
          </LinkButton>
        }
      >
        <p>{w.prioritiesAbout}</p>
      </PageHeader>
      <Form
        merges
        {...shown("priorities", state)}
        action={prioritiesPath}
        labels={Object.fromEntries(
          priorities.flatMap((priority) =>
            (["de", "en"] as const).map((language) => [nameOf(priority, language), w.priorityNames[priority]]),
          ),
        )}
      >
        {priorities.toReversed().map((priority) => (
          <fieldset key={priority} class="field">
            <legend class="field-label">{w.priorityNames[priority]}</legend>
            <p class="field-help">
              {w.usedBy}: <UsedBy use={uses.ofPriority(priority)} />
            </p>
            <div class="choices">
              {(["de", "en"] as const).map((language) => (
                <TextArea
                  key={language}
                  name={nameOf(priority, language)}
                  label={language === "de" ? w.criteriaDe : w.criteriaEn}
                  value={criteria[priority][language]}
                  rows={2}
                  maxLength={300}
                  mark={false}
                  required
                />
              ))}
            </div>
          </fieldset>
        ))}
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
    </div>
  );
};
