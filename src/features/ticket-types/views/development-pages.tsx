import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Checkbox,
  EmptyState,
  Form,
  LinkButton,
  PageHeader,
  Panel,
  Table,
  Tag,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import type { DevelopmentStatus } from "../rules/type.ts";
import type { Uses } from "../uses.ts";
import { useAdminWords } from "../words.admin.ts";
import { EntryMenu, isFresh, NameFields, Once, placeAmong, Problem, shown, StateTag, UsedBy } from "./entry-parts.tsx";
import { auditHref, developmentHref, developmentPath } from "./paths.ts";

interface DevelopmentListProps {
  statuses: readonly DevelopmentStatus[];
  uses: Uses;
  adding: FormState;
  problem: string | undefined;
  once: string;
}

export const DevelopmentList = ({ statuses, uses, adding, problem, once }: DevelopmentListProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  const columns: readonly Column<DevelopmentStatus>[] = [
    {
      key: "name",
      heading: w.name,
      width: "grow",
      narrow: "title",
      cell: (status) => <a href={developmentHref(status.id)}>{status.names[locale]}</a>,
    },
    {
      key: "mails",
      heading: w.mailsCustomers,
      narrow: "fact",
      cell: ({ mailsCustomers }) => (
        <Tag look="plain" icon={mailsCustomers ? "mail" : "minus"} tone={mailsCustomers ? "info" : "muted"}>
          {mailsCustomers ? w.mails : w.noMail}
        </Tag>
      ),
    },
    { key: "uses", heading: w.usedBy, narrow: "pair", cell: ({ id }) => <UsedBy use={uses.ofDevelopmentStatus(id)} /> },
    { key: "state", heading: w.state, narrow: "fact", cell: ({ isRetired }) => <StateTag isRetired={isRetired} /> },
    {
      key: "more",
      heading: w.moveUp,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (status) => (
        <EntryMenu
          name={status.names[locale]}
          isRetired={status.isRetired}
          href={developmentHref(status.id)}
          place={placeAmong(statuses, status)}
        />
      ),
    },
  ];
  return (
    <div class="stack">
      <PageHeader
        title={w.developmentStatuses}
        actions={
          <LinkButton href={auditHref("development-status")} icon="list-ordered" size="sm">
            {w.history}
          </LinkButton>
        }
      >
        <p>{w.developmentAbout}</p>
      </PageHeader>
      <Problem text={problem} />
      <Table
        caption={w.developmentStatuses}
        columns={columns}
        rows={statuses}
        keyOf={({ id }) => String(id)}
        empty={
          <EmptyState icon="code" title={w.noDevelopment}>
            {w.noDevelopmentAbout}
          </EmptyState>
        }
      />
      <Panel title={w.addDevelopmentStatus} id="add">
        <DevelopmentForm state={adding} action={developmentPath} once={once} />
      </Panel>
    </div>
  );
};

interface DevelopmentFormProps {
  status?: DevelopmentStatus;
  state: FormState;
  action: string;
  once: string;
}

const DevelopmentForm = ({ status, state, action, once }: DevelopmentFormProps) => {
  const w = useAdminWords();
  return (
    <Form merges {...shown("development", state)} action={action} labels={{ nameEn: w.nameEn, nameDe: w.nameDe }}>
      {!status && <Once value={once} />}
      <NameFields names={status?.names} labels={{ en: w.nameEn, de: w.nameDe }} />
      <Checkbox
        name="mailsCustomers"
        label={w.mailsCustomers}
        help={w.mailsCustomersHelp}
        checked={isFresh(state) && status?.mailsCustomers}
      />
      <div class="form-actions">
        <Button kind="primary">{status ? w.save : w.add}</Button>
      </div>
    </Form>
  );
};

interface DevelopmentPageProps {
  status: DevelopmentStatus;
  state: FormState;
}

export const DevelopmentPage = ({ status, state }: DevelopmentPageProps) => {
  const { locale } = useUi();
  const w = useAdminWords();
  return (
    <div class="stack">
      <PageHeader title={status.names[locale]} crumbs={[{ label: w.developmentStatuses, href: developmentPath }]} />
      <DevelopmentForm status={status} state={state} action={developmentHref(status.id)} once="" />
    </div>
  );
};
