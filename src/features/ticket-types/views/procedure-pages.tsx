import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  EmptyState,
  Form,
  LinkButton,
  PageHeader,
  Panel,
  Table,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import type { ProcedureStage, TicketType } from "../rules/type.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { EntryMenu, isFresh, NameFields, Once, placeAmong, Problem, shown, UsedBy } from "./entry-parts.tsx";
import { PairedRows } from "./paired-rows.tsx";
import { stageHref, typeHref } from "./paths.ts";
import { tabHref, TypeFrame } from "./type-frame.tsx";

interface ProcedurePageProps {
  type: TicketType;
  uses: Uses;
  problem: string | undefined;
}

export const ProcedurePage = ({ type, uses, problem }: ProcedurePageProps) => {
  const w = useAdminWords();
  const retired = type.stages.filter(({ isRetired }) => isRetired);
  return (
    <TypeFrame type={type} tab="procedure" about={<p>{w.procedureAbout}</p>}>
      <Problem text={problem} />
      {type.stages.length === retired.length ? (
        <EmptyState icon="list-ordered" title={w.noStages}>
          {w.noStagesAbout}
        </EmptyState>
      ) : (
        <Stages type={type} uses={uses} rows={type.stages.filter(({ isRetired }) => !isRetired)} />
      )}
      <div>
        <LinkButton href={typeHref(type.id, "/stages/new")} icon="plus" kind="primary">
          {w.addStage}
        </LinkButton>
      </div>
      {retired.length > 0 && (
        <Panel title={w.retiredStages} id="retired" folds="closed">
          <Stages type={type} uses={uses} rows={retired} />
        </Panel>
      )}
    </TypeFrame>
  );
};

interface StagesProps {
  type: TicketType;
  uses: Uses;
  rows: readonly ProcedureStage[];
}

const Stages = ({ type, uses, rows }: StagesProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const columns: readonly Column<ProcedureStage>[] = [
    {
      key: "stage",
      heading: w.stage,
      width: "grow",
      narrow: "title",
      cell: (stage) => (
        <>
          <a href={stageHref(type.id, stage.id)}>{stage.names[locale]}</a>
          <span class="muted small block whitespace-normal">{stage.steps.map((step) => step[locale]).join(" · ")}</span>
        </>
      ),
    },
    {
      key: "steps",
      heading: w.steps,
      from: "md",
      narrow: "hide",
      cell: ({ steps }) => w.stepCount({ count: steps.length }),
    },
    {
      key: "uses",
      heading: w.openTickets,
      narrow: "pair",
      cell: ({ key }) => <UsedBy use={uses.ofStage(type, key)} />,
    },
    {
      key: "more",
      heading: w.moveUp,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (stage) => (
        <EntryMenu
          name={stage.names[locale]}
          isRetired={stage.isRetired}
          href={stageHref(type.id, stage.id)}
          place={placeAmong(type.stages, stage)}
        />
      ),
    },
  ];
  return <Table caption={w.tabs.procedure} columns={columns} rows={rows} keyOf={({ id }) => String(id)} />;
};

interface StagePageProps {
  type: TicketType;
  /** Missing for a new one. */
  stage?: ProcedureStage;
  state: FormState;
  once: string;
}

export const StagePage = ({ type, stage, state, once }: StagePageProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const { lists } = state;
  const typed = (lists["stepKey"] ?? []).map((key, index) => ({
    key,
    en: lists["stepEn"]?.[index] ?? "",
    de: lists["stepDe"]?.[index] ?? "",
  }));
  return (
    <div class="stack">
      <PageHeader
        title={stage?.names[locale] ?? w.addStage}
        crumbs={[
          { label: type.names[locale], href: typeHref(type.id) },
          { label: w.tabs.procedure, href: tabHref(type.id, "procedure") },
        ]}
      />
      <Form
        merges
        {...shown("stage", state)}
        action={stage ? stageHref(type.id, stage.id) : typeHref(type.id, "/stages")}
        labels={{ nameEn: w.nameEn, nameDe: w.nameDe, options: w.steps }}
      >
        {!stage && <Once value={once} />}
        <NameFields names={stage?.names} labels={{ en: w.nameEn, de: w.nameDe }} />
        <PairedRows
          name="step"
          legend={w.steps}
          help={w.stepsHelp}
          rows={isFresh(state) ? (stage?.steps ?? []) : typed.filter(({ key, en, de }) => key || en || de)}
          labelOf={(position) => w.step({ position })}
          error={state.errors["options"]}
          id="stage-options"
        />
        <div class="form-actions">
          <Button kind="primary">{stage ? w.save : w.addStageSubmit}</Button>
        </div>
      </Form>
    </div>
  );
};
