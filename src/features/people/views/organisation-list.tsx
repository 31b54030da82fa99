import {
  EmptyState,
  FilterBar,
  LinkButton,
  OffsetPager,
  PageHeader,
  Table,
  TextInput,
  type Column,
} from "../../../ui/index.ts";
import type { OrganisationLine } from "../store/organisations-list.ts";
import { useAdminWords } from "../words.admin.ts";

export const organisationsPath = "/admin/organisations";
export const organisationHref = (id: number): string => `${organisationsPath}/${id}`;

export interface OrganisationListProps {
  rows: readonly OrganisationLine[];
  text: string | undefined;
  /** Position of the first row, counted from 0. */
  offset: number;
  total: number;
  pageSize: number;
}

const hrefOf = (text: string | undefined, from: number): string => {
  const query = new URLSearchParams({ ...(text && { q: text }), ...(from > 0 && { from: String(from) }) });
  return query.size > 0 ? `${organisationsPath}?${query.toString()}` : organisationsPath;
};

const columnsOf = (w: ReturnType<typeof useAdminWords>): readonly Column<OrganisationLine>[] => [
  {
    key: "name",
    heading: w.name,
    width: "grow",
    narrow: "title",
    cell: (row) => <a href={organisationHref(row.id)}>{row.name}</a>,
  },
  { key: "number", heading: w.customerNumber, cell: (row) => row.customerNumber ?? "" },
  { key: "domains", heading: w.domains, from: "md", cell: (row) => row.domains.join(", ") },
  { key: "members", heading: w.members, narrow: "fact", cell: (row) => w.memberCount({ count: row.memberCount }) },
];

const Add = () => (
  <LinkButton href={`${organisationsPath}/new`} icon="plus" kind="primary">
    {useAdminWords().addOrganisation}
  </LinkButton>
);

export const OrganisationList = ({ rows, text, offset, total, pageSize }: OrganisationListProps) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader title={w.organisations} actions={<Add />}>
        <p>{w.organisationsAbout}</p>
      </PageHeader>
      <FilterBar id="organisations" action={organisationsPath} clearHref={text ? organisationsPath : undefined}>
        <TextInput name="q" type="search" label={w.searchOrganisations} value={text} mark={false} />
      </FilterBar>
      <Table
        caption={w.organisations}
        columns={columnsOf(w)}
        rows={rows}
        keyOf={(row) => String(row.id)}
        empty={
          text ? (
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
        hrefOf={(from) => hrefOf(text, from)}
      />
    </>
  );
};
