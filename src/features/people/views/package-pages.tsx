import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Checkbox,
  EmptyState,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  Table,
  Tag,
  TextInput,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import type { PackageUse } from "../store/seats.ts";
import type { CarePackage } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { Once, shown } from "./form-parts.tsx";
import { History } from "./history.tsx";

export const packagesPath = "/admin/packages";
export const packageHref = (id: number): string => `${packagesPath}/${id}`;

type AdminWords = ReturnType<typeof useAdminWords>;

export const seatsText = (w: AdminWords, seats: number | null): string =>
  seats === null ? w.unlimited : w.seatCount({ count: seats });

const Add = () => (
  <LinkButton href={`${packagesPath}/new`} icon="plus" kind="primary">
    {useAdminWords().addPackage}
  </LinkButton>
);

const StateTag = ({ isRetired }: Pick<CarePackage, "isRetired">) => {
  const w = useAdminWords();
  return isRetired ? (
    <Tag tone="muted" icon="archive" look="plain">
      {w.retired}
    </Tag>
  ) : (
    <Tag tone="success" icon="circle-check" look="plain">
      {w.offered}
    </Tag>
  );
};

const Organisations = ({ id, use }: { id: number; use: PackageUse | undefined }) => {
  const w = useAdminWords();
  if (!use) return <span class="muted">{w.nobodyHasIt}</span>;
  return (
    <>
      <a class="text-link" href={`/admin/organisations?package=${id}`}>
        {w.organisationCount({ count: use.organisations })}
      </a>
      {use.overfull > 0 && <span class="muted"> · {w.overfullCount({ count: use.overfull })}</span>}
    </>
  );
};

interface PackageListProps {
  packages: readonly CarePackage[];
  uses: ReadonlyMap<number, PackageUse>;
}

export const PackageList = ({ packages, uses }: PackageListProps) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const columns: readonly Column<CarePackage>[] = [
    {
      key: "name",
      heading: w.name,
      width: "grow",
      narrow: "title",
      cell: ({ id, names }) => <a href={packageHref(id)}>{names[locale]}</a>,
    },
    { key: "seats", heading: w.seats, narrow: "fact", cell: ({ seats }) => seatsText(w, seats) },
    {
      key: "telephone",
      heading: w.telephoneSupport,
      narrow: "pair",
      cell: ({ hasTelephoneSupport }) => (hasTelephoneSupport ? w.yes : w.no),
    },
    { key: "used", heading: w.usedBy, narrow: "pair", cell: ({ id }) => <Organisations id={id} use={uses.get(id)} /> },
    { key: "state", heading: w.state, narrow: "fact", cell: (each) => <StateTag {...each} /> },
  ];
  return (
    <>
      <PageHeader title={w.packages} actions={<Add />}>
        <p>{w.packagesAbout}</p>
      </PageHeader>
      <Table
        caption={w.packages}
        columns={columns}
        rows={packages}
        keyOf={({ id }) => String(id)}
        empty={
          <EmptyState icon="package" title={w.noPackages} action={<Add />}>
            {w.noPackagesAbout}
          </EmptyState>
        }
      />
    </>
  );
};

const labelsOf = (w: AdminWords) => ({ nameEn: w.nameEn, nameDe: w.nameDe, seats: w.seats });

const Fields = ({ carePackage, state }: { carePackage?: CarePackage; state: FormState }) => {
  const w = useAdminWords();
  const isFresh = Object.keys(state.lists).length === 0;
  return (
    <>
      <TextInput name="nameEn" label={w.nameEn} value={carePackage?.names.en} width="md" required autocomplete="off" />
      <TextInput name="nameDe" label={w.nameDe} value={carePackage?.names.de} width="md" required autocomplete="off" />
      <TextInput
        name="seats"
        type="number"
        inputMode="numeric"
        label={w.seats}
        help={w.seatsHelp}
        value={carePackage?.seats?.toString() ?? ""}
        width="xs"
        autocomplete="off"
      />
      <Checkbox
        name="hasTelephoneSupport"
        label={w.telephoneSupport}
        help={w.telephoneSupportHelp}
        checked={isFresh && carePackage?.hasTelephoneSupport}
      />
    </>
  );
};

export const NewPackagePage = ({ state, once }: { state: FormState; once: string }) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader title={w.addPackage} crumbs={[{ label: w.packages, href: packagesPath }]} />
      <Form {...shown("package", state)} action={packagesPath} labels={labelsOf(w)}>
        <Once value={once} />
        <Fields state={state} />
        <div class="form-actions">
          <Button kind="primary">{w.addPackageSubmit}</Button>
        </div>
      </Form>
    </>
  );
};

interface PackagePageProps {
  carePackage: CarePackage;
  use: PackageUse | undefined;
  state: FormState;
  events: readonly StoredEvent[];
  names: ReadonlyMap<number, string>;
}

export const PackagePage = ({ carePackage, use, state, events, names }: PackagePageProps) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const { id, isRetired } = carePackage;
  const at = packageHref(id);
  return (
    <div class="stack">
      <PageHeader title={carePackage.names[locale]} crumbs={[{ label: w.packages, href: packagesPath }]}>
        <p>{w.packageAbout}</p>
      </PageHeader>
      {isRetired && <Notice tone="warning">{w.packageRetiredNotice}</Notice>}
      {use && use.overfull > 0 && <Notice tone="info">{w.packageOverfullNotice({ count: use.overfull })}</Notice>}
      <Form merges {...shown("package", state)} action={at} labels={labelsOf(w)}>
        <Fields carePackage={carePackage} state={state} />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
      <Panel title={isRetired ? w.restore : w.retire}>
        <Form id="end" action={`${at}/${isRetired ? "restore" : "retire"}`} plain class="stack">
          <p class="muted">{isRetired ? w.restoreAbout : w.retireAbout}</p>
          <div>
            <Button icon={isRetired ? "rotate-ccw-clock" : "archive"}>{isRetired ? w.restore : w.retire}</Button>
          </div>
        </Form>
      </Panel>
      <History events={events} names={names} />
    </div>
  );
};
