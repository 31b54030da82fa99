import {
  EmptyState,
  FilterBar,
  LinkButton,
  PageHeader,
  OffsetPager,
  Select,
  Table,
  Tag,
  TextInput,
  type Column,
} from "../../../ui/index.ts";
import { roles } from "../rules/roles.ts";
import type { PeopleFilter } from "../store/people-list.ts";
import type { Person } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { NameCell } from "./name-cell.tsx";

export interface PeopleListProps {
  rows: readonly Person[];
  organisationNames: ReadonlyMap<number, readonly string[]>;
  filter: PeopleFilter;
  /** Position of the first row, counted from 0. */
  offset: number;
  total: number;
  pageSize: number;
}

export const peoplePath = "/admin/people";
export const personHref = (id: number): string => `${peoplePath}/${id}`;

/** The address of the list with a filter. */
const hrefOf = ({ text, role, state }: PeopleFilter, from = 0): string => {
  const query = new URLSearchParams({
    ...(text && { q: text }),
    ...(role && { role }),
    ...(state && { state }),
    ...(from > 0 && { from: String(from) }),
  });
  return query.size > 0 ? `${peoplePath}?${query.toString()}` : peoplePath;
};

export const AccessTag = ({ person }: { person: Person }) => {
  const w = useAdminWords();
  if (person.deactivatedAt)
    return (
      <Tag tone="danger" icon="lock" look="plain">
        {w.deactivated}
      </Tag>
    );
  return person.hasAccount ? (
    <Tag tone="success" icon="user-check" look="plain">
      {w.hasAccess}
    </Tag>
  ) : (
    <Tag tone="muted" icon="circle-dashed" look="plain">
      {w.noAccess}
    </Tag>
  );
};

const Filters = ({ filter }: Pick<PeopleListProps, "filter">) => {
  const w = useAdminWords();
  const { text, role, state } = filter;
  const active = [
    ...(text ? [{ label: `“${text}”`, removeHref: hrefOf({ role, state }) }] : []),
    ...(role ? [{ label: `${w.role}: ${w.roles[role]}`, removeHref: hrefOf({ text, state }) }] : []),
    ...(state ? [{ label: `${w.state}: ${w.states[state]}`, removeHref: hrefOf({ text, role }) }] : []),
  ];
  return (
    <FilterBar id="people" action={peoplePath} active={active} clearHref={active.length > 0 ? peoplePath : undefined}>
      <TextInput name="q" type="search" label={w.search} value={text} mark={false} />
      <Select
        name="role"
        label={w.role}
        mark={false}
        submits
        value={role}
        empty={w.anyRole}
        options={roles.map((each) => ({ value: each, label: w.roles[each] }))}
      />
      <Select
        name="state"
        label={w.state}
        mark={false}
        submits
        value={state}
        empty={w.anyState}
        options={(["active", "deactivated"] as const).map((each) => ({ value: each, label: w.states[each] }))}
      />
    </FilterBar>
  );
};

const columnsOf = (
  w: ReturnType<typeof useAdminWords>,
  organisationNames: PeopleListProps["organisationNames"],
): readonly Column<Person>[] => [
  {
    key: "name",
    heading: w.name,
    width: "grow",
    narrow: "title",
    cell: (person) => (
      <NameCell about={[person.email ?? person.phone, ...(organisationNames.get(person.id) ?? [])]}>
        <a href={personHref(person.id)}>{person.name}</a>
      </NameCell>
    ),
  },
  { key: "role", heading: w.role, narrow: "fact", cell: (person) => w.roles[person.role] },
  { key: "access", heading: w.access, narrow: "fact", cell: (person) => <AccessTag person={person} /> },
];

export const PeopleList = ({ rows, organisationNames, filter, offset, total, pageSize }: PeopleListProps) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader
        title={w.people}
        actions={
          <>
            <LinkButton href={`${peoplePath}/new?role=member`} icon="users">
              {w.inviteColleague}
            </LinkButton>
            <LinkButton href={`${peoplePath}/new`} icon="user-plus" kind="primary">
              {w.addPerson}
            </LinkButton>
          </>
        }
      >
        <p>{w.peopleAbout}</p>
      </PageHeader>
      <Filters filter={filter} />
      <Table
        caption={w.people}
        columns={columnsOf(w, organisationNames)}
        rows={rows}
        keyOf={(person) => String(person.id)}
        empty={
          <EmptyState
            icon="search"
            title={w.nobodyFound}
            action={<LinkButton href={peoplePath}>{w.showAll}</LinkButton>}
          >
            {w.nobodyFoundAbout}
          </EmptyState>
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
