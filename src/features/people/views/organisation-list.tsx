import {
  EmptyState,
  FilterBar,
  LinkButton,
  OffsetPager,
  PageHeader,
  Select,
  Table,
  TextInput,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import type { OrganisationFilter, OrganisationLine } from "../store/organisations-list.ts";
import type { CarePackage } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { NameCell } from "./name-cell.tsx";

export const organisationsPath = "/admin/organisations";
export const organisationHref = (id: number): string => `${organisationsPath}/${id}`;

export interface OrganisationListProps {
  rows: readonly OrganisationLine[];
  packages: readonly CarePackage[];
  filter: OrganisationFilter;
  /** Position of the first row, counted from 0. */
  offset: number;
  total: number;
  pageSize: number;
}

const hrefOf = ({ text, packageId }: OrganisationFilter, from = 0): string => {
  const query = new URLSearchParams({
    ...(text && { q: text }),
    ...(packageId !== undefined && { package: String(packageId) }),
    ...(from > 0 && { from: String(from) }),
  });
  return query.size > 0 ? `${organisationsPath}?${query.toString()}` : organisationsPath;
};

const mostDomains = 3;

const shortened = (domains: readonly string[]): readonly string[] =>
  domains.length > mostDomains ? [...domains.slice(0, mostDomains), "…"] : domains;

const columnsOf = (
  w: ReturnType<typeof useAdminWords>,
  nameOf: (packageId: number | null) => string,
): readonly Column<OrganisationLine>[] => [
  {
    key: "name",
    heading: w.name,
    width: "grow",
    narrow: "title",
    cell: (row) => (
      <NameCell about={shortened(row.domains)}>
        <a href={organisationHref(row.id)}>{row.name}</a>
      </NameCell>
    ),
  },
  { key: "number", heading: w.customerNumber, cell: (row) => row.customerNumber ?? "" },
  { key: "package", heading: w.package, narrow: "fact", cell: (row) => nameOf(row.packageId) },
  { key: "members", heading: w.members, narrow: "fact", cell: (row) => w.memberCount({ count: row.memberCount }) },
];

const Add = () => (
  <LinkButton href={`${organisationsPath}/new`} icon="plus" kind="primary">
    {useAdminWords().addOrganisation}
  </LinkButton>
);

const Filters = ({ filter, packages }: Pick<OrganisationListProps, "filter" | "packages">) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const { text, packageId } = filter;
  const booked = packages.find(({ id }) => id === packageId)?.names[locale];
  const active = [
    ...(text ? [{ label: `“${text}”`, removeHref: hrefOf({ packageId }) }] : []),
    ...(booked === undefined ? [] : [{ label: `${w.package}: ${booked}`, removeHref: hrefOf({ text }) }]),
  ];
  return (
    <FilterBar
      id="organisations"
      action={organisationsPath}
      active={active}
      clearHref={active.length > 0 ? organisationsPath : undefined}
    >
      <TextInput name="q" type="search" label={w.searchOrganisations} value={text} mark={false} />
      <Select
        name="package"
        label={w.package}
        mark={false}
        submits
        value={packageId?.toString()}
        empty={w.anyPackage}
        options={packages.map(({ id, names }) => ({ value: String(id), label: names[locale] }))}
      />
    </FilterBar>
  );
};

export const OrganisationList = ({ rows, packages, filter, offset, total, pageSize }: OrganisationListProps) => {
  const w = useAdminWords();
  const { locale } = useUi();
  const isFiltered = filter.text !== undefined || filter.packageId !== undefined;
  const nameOf = (packageId: number | null): string => packages.find(({ id }) => id === packageId)?.names[locale] ?? "";
  return (
    <>
      <PageHeader title={w.organisations} actions={<Add />}>
        <p>{w.organisationsAbout}</p>
      </PageHeader>
      <Filters filter={filter} packages={packages} />
      <Table
        caption={w.organisations}
        columns={columnsOf(w, nameOf)}
        rows={rows}
        keyOf={(row) => String(row.id)}
        empty={
          isFiltered ? (
            <EmptyState
              icon="search"
              title={w.noneFound}
              action={<LinkButton href={organisationsPath}>{w.showAll}</LinkButton>}
            />
          ) : (
            <EmptyState icon="building" title={w.noOrganisations} action={<Add />}>
              {w.noOrganisationsAbout}
            </EmptyState>
          )
        }
      />
      <OffsetPager
        offset={offset}
        size={pageSize}
        shown={rows.length}
        total={total}
        hrefOf={(from) => hrefOf(filter, from)}
      />
    </>
  );
};
