import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Form,
  LinkButton,
  Menu,
  MenuButton,
  Notice,
  PageHeader,
  Panel,
  Select,
  Table,
  Tag,
  TextArea,
  TextInput,
  Time,
  useUi,
  type Column,
} from "../../../ui/index.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import type { Seats } from "../rules/seats.ts";
import type { Invitation } from "../store/invitations.ts";
import type { Member } from "../store/members.ts";
import type { OrganisationFacts } from "../store/organisations.ts";
import type { Outsider } from "../store/outside.ts";
import type { CarePackage } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { Once, shown } from "./form-parts.tsx";
import { History } from "./history.tsx";
import { organisationHref, organisationsPath } from "./organisation-list.tsx";
import { NameCell } from "./name-cell.tsx";
import { Invitations, Outside, SeatsTaken } from "./organisation-people.tsx";
import { peoplePath, personHref } from "./people-list.tsx";

type AdminWords = ReturnType<typeof useAdminWords>;

const factLabels = (w: AdminWords) => ({
  name: w.name,
  customerNumber: w.customerNumber,
  packageId: w.package,
  domains: w.domains,
  notes: w.notes,
});

interface FactsProps {
  organisation?: OrganisationFacts;
  packages: readonly CarePackage[];
  domains?: readonly string[];
}

/** What can be booked: what is offered, and what the organisation has already. */
const choicesOf = (packages: readonly CarePackage[], current: number | null, w: AdminWords, locale: Locale) =>
  packages
    .filter(({ id, isRetired }) => !isRetired || id === current)
    .map(({ id, names, isRetired }) => ({
      value: String(id),
      label: isRetired ? w.packageRetiredOption({ name: names[locale] }) : names[locale],
    }));

const Facts = ({ organisation, packages, domains = [] }: FactsProps) => {
  const w = useAdminWords();
  const { locale } = useUi();
  return (
    <>
      <TextInput name="name" label={w.name} value={organisation?.name} required autocomplete="off" />
      <TextInput
        name="customerNumber"
        label={w.customerNumber}
        value={organisation?.customerNumber ?? ""}
        width="sm"
        autocomplete="off"
      />
      <Select
        name="packageId"
        label={w.package}
        help={w.packageHelp}
        empty={w.noPackage}
        value={organisation?.packageId?.toString() ?? ""}
        options={choicesOf(packages, organisation?.packageId ?? null, w, locale)}
        width="md"
        mark={false}
      />
      <TextArea name="domains" label={w.domains} help={w.domainsHelp} value={domains.join("\n")} rows={3} />
      <TextArea name="notes" label={w.notes} help={w.notesHelp} value={organisation?.notes} rows={4} />
    </>
  );
};

interface NewOrganisationProps {
  packages: readonly CarePackage[];
  state: FormState;
  once: string;
}

export const NewOrganisationPage = ({ packages, state, once }: NewOrganisationProps) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader title={w.addOrganisation} crumbs={[{ label: w.organisations, href: organisationsPath }]} />
      <Form {...shown("organisation", state)} action={organisationsPath} labels={factLabels(w)}>
        <Once value={once} />
        <Facts packages={packages} />
        <div class="form-actions">
          <Button kind="primary">{w.addOrganisationSubmit}</Button>
        </div>
      </Form>
    </>
  );
};

const MemberMenu = ({ at, member }: { at: string; member: Member }) => {
  const w = useAdminWords();
  const action = `${at}/members/${member.personId}`;
  return (
    <Menu label={w.changeMember({ name: member.name })} iconOnly size="sm" kind="quiet" align="end">
      <MenuButton action={action} name="to" value={member.isManager ? "member" : "manager"} icon="shield">
        {member.isManager ? w.makeMember : w.makeManager}
      </MenuButton>
      <MenuButton action={action} name="to" value="nothing" icon="x">
        {w.removeMember}
      </MenuButton>
    </Menu>
  );
};

const membersColumns = (w: AdminWords, at: string, invitedIds: ReadonlySet<number>): readonly Column<Member>[] => [
  {
    key: "name",
    heading: w.name,
    width: "grow",
    narrow: "title",
    cell: (member) => (
      <NameCell about={[member.email]}>
        <a href={personHref(member.personId)}>{member.name}</a>
        {member.isManager && (
          <Tag icon="shield" tone="info" title={w.managerAbout}>
            {w.manager}
          </Tag>
        )}
      </NameCell>
    ),
  },
  {
    key: "access",
    heading: w.access,
    narrow: "pair",
    cell: ({ personId, hasAccess }) =>
      hasAccess ? w.hasAccess : <span class="muted">{invitedIds.has(personId) ? w.invitedTag : w.noAccess}</span>,
  },
  { key: "since", heading: w.memberSince, from: "md", cell: (member) => <Time at={member.joinedAt} look="date" /> },
  {
    key: "change",
    heading: w.manager,
    hideHeading: true,
    align: "end",
    narrow: "fact",
    cell: (member) => <MemberMenu at={at} member={member} />,
  },
];

interface OrganisationPageProps {
  organisation: OrganisationFacts;
  domains: readonly string[];
  members: readonly Member[];
  packages: readonly CarePackage[];
  seats: Seats;
  invitations: readonly Invitation[];
  outside: readonly Outsider[];
  facts: FormState;
  newMember: FormState;
  events: readonly StoredEvent[];
  names: ReadonlyMap<number, string>;
}

const Access = ({ organisation, packages, seats }: OrganisationPageProps) => {
  const w = useAdminWords();
  const { seatsRequestedAt } = organisation;
  return (
    <Panel title={w.seatsHeading} id="seats">
      <div class="stack">
        <SeatsTaken {...seats} reader="desk" carePackage={packages.find(({ id }) => id === organisation.packageId)} />
        {seatsRequestedAt && (
          <Notice tone="info" icon="hourglass">
            {w.seatsRequestedAt}, <Time at={seatsRequestedAt} look="datetime" />.
          </Notice>
        )}
      </div>
    </Panel>
  );
};

const Members = ({ organisation, members, invitations, newMember }: OrganisationPageProps) => {
  const w = useAdminWords();
  const at = organisationHref(organisation.id);
  const invitedIds = new Set(invitations.map(({ personId }) => personId));
  return (
    <Panel
      title={w.members}
      id="members"
      action={
        <LinkButton href={`${peoplePath}/new?role=customer&organisation=${organisation.id}`} icon="user-plus" size="sm">
          {w.newMember}
        </LinkButton>
      }
    >
      <div class="stack">
        <Table
          caption={w.members}
          columns={membersColumns(w, at, invitedIds)}
          rows={members}
          keyOf={(member) => String(member.personId)}
          empty={<p class="muted">{w.noMembers}</p>}
        />
        <Form {...shown("member", newMember)} action={`${at}/members`}>
          <TextInput
            name="email"
            type="email"
            label={w.addMemberEmail}
            width="md"
            required
            mark={false}
            autocomplete="off"
          />
          <div class="form-actions">
            <Button icon="user-plus">{w.addMember}</Button>
          </div>
        </Form>
      </div>
    </Panel>
  );
};

/** Those who are members already stand among the members. */
const OpenInvitations = ({ organisation, members, invitations }: OrganisationPageProps) => {
  const w = useAdminWords();
  const memberIds = new Set(members.map(({ personId }) => personId));
  const others = invitations.filter(({ personId }) => !memberIds.has(personId));
  if (others.length === 0) return null;
  return (
    <Invitations
      invitations={others}
      deedsOf={({ personId, name }) => [
        {
          id: `withdraw-${personId}`,
          action: `${organisationHref(organisation.id)}/members/${personId}`,
          fields: { to: "nothing" },
          label: w.withdrawInvitation,
          about: w.withdrawInvitationOf({ name }),
        },
      ]}
    />
  );
};

export const OrganisationPage = (props: OrganisationPageProps) => {
  const w = useAdminWords();
  const { organisation, domains, packages } = props;
  const at = organisationHref(organisation.id);
  return (
    <div class="stack">
      <PageHeader title={organisation.name} crumbs={[{ label: w.organisations, href: organisationsPath }]} />
      <Form merges {...shown("organisation", props.facts)} action={at} labels={factLabels(w)}>
        <Facts organisation={organisation} packages={packages} domains={domains} />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
      <Access {...props} />
      <Members {...props} />
      <OpenInvitations {...props} />
      {props.outside.length > 0 && <Outside people={props.outside} actionOf={({ id }) => `${at}/outside/${id}`} />}
      <History events={props.events} names={props.names} packages={packages} />
    </div>
  );
};
