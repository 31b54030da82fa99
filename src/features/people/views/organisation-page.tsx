import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Form,
  Menu,
  MenuButton,
  PageHeader,
  Panel,
  Table,
  Tag,
  TextArea,
  TextInput,
  Time,
  type Column,
} from "../../../ui/index.ts";
import type { Member } from "../store/members.ts";
import type { OrganisationFacts } from "../store/organisations.ts";
import { useAdminWords } from "../words.admin.ts";
import { Once, shown } from "./form-parts.tsx";
import { History } from "./history.tsx";
import { organisationHref, organisationsPath } from "./organisation-list.tsx";
import { personHref } from "./people-list.tsx";

const factLabels = (w: ReturnType<typeof useAdminWords>) => ({
  name: w.name,
  customerNumber: w.customerNumber,
  domains: w.domains,
  notes: w.notes,
});

interface FactsProps {
  organisation?: OrganisationFacts;
  domains?: readonly string[];
}

const Facts = ({ organisation, domains = [] }: FactsProps) => {
  const w = useAdminWords();
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
      <TextArea name="domains" label={w.domains} help={w.domainsHelp} value={domains.join("\n")} rows={3} />
      <TextArea name="notes" label={w.notes} help={w.notesHelp} value={organisation?.notes} rows={4} />
    </>
  );
};

export const NewOrganisationPage = ({ state, once }: { state: FormState; once: string }) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader title={w.addOrganisation} crumbs={[{ label: w.organisations, href: organisationsPath }]} />
      <Form {...shown("organisation", state)} action={organisationsPath} labels={factLabels(w)}>
        <Once value={once} />
        <Facts />
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

const membersColumns = (w: ReturnType<typeof useAdminWords>, at: string): readonly Column<Member>[] => [
  {
    key: "name",
    heading: w.name,
    width: "grow",
    narrow: "title",
    cell: (member) => (
      <span class="row">
        <a href={personHref(member.personId)}>{member.name}</a>
        {member.isManager && (
          <Tag icon="shield" tone="info" title={w.managerAbout}>
            {w.manager}
          </Tag>
        )}
      </span>
    ),
  },
  { key: "email", heading: w.email, narrow: "fact", cell: (member) => member.email ?? "" },
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
  facts: FormState;
  newMember: FormState;
  events: readonly StoredEvent[];
  names: ReadonlyMap<number, string>;
}

export const OrganisationPage = (props: OrganisationPageProps) => {
  const w = useAdminWords();
  const { organisation, domains, members } = props;
  const at = organisationHref(organisation.id);
  return (
    <div class="stack">
      <PageHeader title={organisation.name} crumbs={[{ label: w.organisations, href: organisationsPath }]} />
      <Form {...shown("organisation", props.facts)} action={at} labels={factLabels(w)}>
        <Facts organisation={organisation} domains={domains} />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
      <Panel title={w.members} id="members">
        <div class="stack">
          <Table
            caption={w.members}
            columns={membersColumns(w, at)}
            rows={members}
            keyOf={(member) => String(member.personId)}
            empty={<p class="muted">{w.noMembers}</p>}
          />
          <Form {...shown("member", props.newMember)} action={`${at}/members`}>
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
      <History events={props.events} names={props.names} />
    </div>
  );
};
