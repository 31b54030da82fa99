import type { ComponentChildren } from "preact";
import { EmptyState, LinkButton, Notice, Panel, Table, Tag, useUi, type Column } from "../../../ui/index.ts";
import type { FormField, TicketType } from "../rules/type.ts";
import { conditionAnswerName } from "../said.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { EntryMenu, placeAmong, Problem, UsedBy } from "./entry-parts.tsx";
import { FormPreview } from "./form-preview.tsx";
import { fieldHref, typeHref } from "./paths.ts";
import { TypeFrame } from "./type-frame.tsx";

export interface FormPageProps {
  type: TicketType;
  uses: Uses;
  problem: string | undefined;
  /** Answers that were tried in the preview. */
  tried: Readonly<Record<string, readonly string[]>>;
}

export const FormPage = (props: FormPageProps) => {
  const w = useAdminWords();
  const { type, problem } = props;
  const asked = type.fields.filter(({ isRetired }) => !isRetired);
  const retired = type.fields.filter(({ isRetired }) => isRetired);
  return (
    <TypeFrame type={type} tab="form" about={<p>{w.formAbout}</p>}>
      <Problem text={problem} />
      <Fields
        {...props}
        rows={asked}
        empty={
          <EmptyState icon="list" title={w.noFields}>
            {w.noFieldsAbout}
          </EmptyState>
        }
      />
      <div>
        <LinkButton href={typeHref(type.id, "/fields/new")} icon="plus" kind="primary">
          {w.addField}
        </LinkButton>
      </div>
      {retired.length > 0 && (
        <Panel title={w.retiredFields} id="retired" folds="closed">
          <p class="muted">{w.answersStay}</p>
          <Fields {...props} rows={retired} />
        </Panel>
      )}
      {asked.some(({ key }) => prefilled.includes(key)) && <Notice>{w.prefill}</Notice>}
      {asked.length > 0 && <FormPreview type={type} tried={props.tried} />}
    </TypeFrame>
  );
};

const prefilled: readonly string[] = ["browser", "browser_version", "os"];

interface FieldsProps extends FormPageProps {
  rows: readonly FormField[];
  empty?: ComponentChildren;
}

const Fields = ({ type, uses, rows, empty }: FieldsProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const columns: readonly Column<FormField>[] = [
    {
      key: "question",
      heading: w.question,
      width: "grow",
      narrow: "title",
      cell: (field) => (
        <>
          <a class="wrap-anywhere whitespace-normal" href={fieldHref(type.id, field.id)}>
            {field.names[locale]}
          </a>
          <FieldNotes field={field} fields={type.fields} />
        </>
      ),
    },
    { key: "kind", heading: w.kind, from: "md", narrow: "fact", cell: ({ kind }) => w.kinds[kind] },
    {
      key: "uses",
      heading: w.usedBy,
      from: "md",
      narrow: "pair",
      cell: ({ key }) => <UsedBy use={uses.ofField(type, key)} />,
    },
    {
      key: "more",
      heading: w.moveUp,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (field) => (
        <EntryMenu
          name={field.names[locale]}
          isRetired={field.isRetired}
          href={fieldHref(type.id, field.id)}
          place={placeAmong(type.fields, field)}
        />
      ),
    },
  ];
  return <Table caption={w.questions} columns={columns} rows={rows} keyOf={({ id }) => String(id)} empty={empty} />;
};

/** Whom and when it asks, below its words. */
const FieldNotes = ({ field, fields }: { field: FormField; fields: readonly FormField[] }) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const { condition } = field;
  const on = fields.find(({ key }) => key === condition?.field);
  return (
    <span class="muted small block whitespace-normal">
      {field.isRequired && <>{w.required} </>}
      {field.audience === "agents" && (
        <Tag icon="lock" look="plain">
          {w.audiences.agents}
        </Tag>
      )}
      {condition && on && (
        <span class="block">
          {w.conditionOf({
            question: on.names[locale],
            answers: condition.isAnyOf.map((answer) => conditionAnswerName(on, answer, locale)).join(w.or),
          })}
        </span>
      )}
    </span>
  );
};
