import type { FormState } from "../../../platform/http/form.ts";
import { Button, Form, LinkButton, PageHeader, Panel, Table, Tag, useUi, type Column } from "../../../ui/index.ts";
import type { TicketType } from "../rules/type.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { EntryMenu, NameFields, Once, placeAmong, Problem, shown, StateTag, UsedBy } from "./entry-parts.tsx";
import { auditHref, typeHref, typesPath } from "./paths.ts";

export interface TypeListProps {
  types: readonly TicketType[];
  uses: Uses;
  adding: FormState;
  /** Why a type could not be moved or ended. */
  problem: string | undefined;
  once: string;
}

export const TypeList = (props: TypeListProps) => {
  const w = useAdminWords();
  return (
    <div class="stack">
      <PageHeader
        title={w.types}
        actions={
          <LinkButton href={auditHref("ticket-type")} icon="list-ordered" size="sm">
            {w.history}
          </LinkButton>
        }
      >
        <p>{w.typesAbout}</p>
      </PageHeader>
      <Problem text={props.problem} />
      <Types {...props} />
      {!props.types.some(({ kind, isRetired }) => kind === "technical" && !isRetired) && (
        <p class="small muted">{w.noTechnicalSupport}</p>
      )}
      <Panel title={w.addType} id="add">
        <Form {...shown("type", props.adding)} action={typesPath} labels={{ nameEn: w.nameEn, nameDe: w.nameDe }}>
          <Once value={props.once} />
          <p class="muted">{w.addTypeAbout}</p>
          <NameFields labels={{ en: w.nameEn, de: w.nameDe }} />
          <div class="form-actions">
            <Button kind="primary">{w.addTypeSubmit}</Button>
          </div>
        </Form>
      </Panel>
    </div>
  );
};

const Types = ({ types, uses }: TypeListProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const columns: readonly Column<TicketType>[] = [
    {
      key: "name",
      heading: w.name,
      width: "grow",
      narrow: "title",
      cell: (type) => (
        <>
          <a href={typeHref(type.id)}>{type.names[locale]}</a>{" "}
          {type.kind === "technical" && <Tag tone="info">{w.typeKinds.technical}</Tag>}
        </>
      ),
    },
    { key: "creators", heading: w.whoMay, from: "md", narrow: "pair", cell: ({ creators }) => w.creators[creators] },
    {
      key: "questions",
      heading: w.questions,
      align: "end",
      narrow: "pair",
      cell: ({ fields }) => fields.filter(({ isRetired }) => !isRetired).length,
    },
    { key: "uses", heading: w.usedBy, narrow: "pair", cell: (type) => <UsedBy use={uses.ofType(type)} /> },
    { key: "state", heading: w.state, narrow: "fact", cell: (type) => <StateTag isRetired={type.isRetired} /> },
    {
      key: "more",
      heading: w.moveUp,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (type) => (
        <EntryMenu
          name={type.names[locale]}
          isRetired={type.isRetired}
          href={typeHref(type.id)}
          place={placeAmong(types, type)}
        />
      ),
    },
  ];
  return <Table caption={w.types} columns={columns} rows={types} keyOf={({ id }) => String(id)} />;
};
