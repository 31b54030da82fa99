import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  EmptyState,
  Form,
  Notice,
  PageHeader,
  Panel,
  Table,
  Tabs,
  Tag,
  TextInput,
  Time,
  type Column,
} from "../../../ui/index.ts";
import { organisationPath } from "../rules/access.ts";
import { hasFreeSeat } from "../rules/seats.ts";
import type { Invitation } from "../store/invitations.ts";
import type { Member } from "../store/members.ts";
import type { Outsider } from "../store/outside.ts";
import type { Organisation } from "../types.ts";
import { useInsideWords } from "../words.inside.ts";
import { shown } from "./form-parts.tsx";
import { NameCell } from "./name-cell.tsx";
import { DeedButton, Invitations, Outside, SeatsTaken, type SeatsShown } from "./organisation-people.tsx";
import { LanguageSelect } from "./profile.tsx";

export const ownHref = (id: number): string => `${organisationPath}/${id}`;

/** An organisation that waits for the reader's answer. */
export interface Invited {
  organisationId: number;
  name: string;
}

const InvitedBy = ({ invited }: { invited: readonly Invited[] }) => {
  const w = useInsideWords();
  return (
    <>
      {invited.map(({ organisationId, name: organisation }) => (
        <Notice key={organisationId} icon="mail" title={w.invitationTitle({ organisation })}>
          <div class="stack">
            <p>{w.invitationText({ organisation })}</p>
            <Form id={`answer-${organisationId}`} action={`${ownHref(organisationId)}/answer`} plain class="row">
              <Button kind="primary" name="answer" value="accept">
                {w.accept}
              </Button>
              <Button name="answer" value="decline">
                {w.decline}
              </Button>
            </Form>
          </div>
        </Notice>
      ))}
    </>
  );
};

export const NoOrganisation = ({ invited }: { invited: readonly Invited[] }) => {
  const w = useInsideWords();
  return (
    <div class="stack">
      <PageHeader title={w.organisation} />
      <InvitedBy invited={invited} />
      {invited.length === 0 && (
        <EmptyState icon="building" title={w.noneTitle}>
          {w.none}
        </EmptyState>
      )}
    </div>
  );
};

export interface OwnOrganisationProps {
  organisation: Organisation;
  /** All of the reader's, for going from one to the other. */
  organisations: readonly Organisation[];
  readerId: number;
  /** May invite and remove. */
  manages: boolean;
  seats: SeatsShown;
  /** When a manager has asked for more; undefined when nobody waits for an answer. */
  requestedAt: Date | undefined;
  members: readonly Member[];
  /** Empty for those who do not manage. */
  invitations: readonly Invitation[];
  outside: readonly Outsider[];
  invited: readonly Invited[];
  locale: string;
  state: FormState;
}

const Seats = ({ seats, requestedAt, manages }: OwnOrganisationProps) => {
  const w = useInsideWords();
  return (
    <Panel title={w.seats} id="seats">
      <div class="stack">
        <SeatsTaken {...seats} reader="members" />
        {manages && requestedAt && (
          <p class="row small">
            <Tag icon="hourglass" look="plain">
              {w.requestedAt}
            </Tag>
            <Time at={requestedAt} look="datetime" />
          </p>
        )}
      </div>
    </Panel>
  );
};

type InsideWords = ReturnType<typeof useInsideWords>;

const nameColumn = (w: InsideWords): Column<Member> => ({
  key: "name",
  heading: w.name,
  width: "grow",
  narrow: "title",
  cell: (member) => (
    <NameCell about={[member.email]}>
      {member.name}
      {member.isManager && (
        <Tag icon="shield" tone="info" title={w.managerAbout}>
          {w.manager}
        </Tag>
      )}
    </NameCell>
  ),
});

/** Managers are equals, and nobody shuts himself out. */
const removeColumn = (w: InsideWords, { organisation, readerId }: OwnOrganisationProps): Column<Member> => ({
  key: "do",
  heading: w.remove,
  hideHeading: true,
  align: "end",
  narrow: "fact",
  cell: ({ personId, name, isManager }) =>
    !isManager &&
    personId !== readerId && (
      <DeedButton
        id={`remove-${personId}`}
        action={`${ownHref(organisation.id)}/members/${personId}/remove`}
        fields={{ name }}
        label={w.remove}
        about={w.removeOf({ name })}
      />
    ),
});

const Members = (props: OwnOrganisationProps) => {
  const w = useInsideWords();
  const columns: readonly Column<Member>[] = [
    nameColumn(w),
    {
      key: "access",
      heading: w.access,
      narrow: "pair",
      cell: ({ hasAccess }) => (hasAccess ? w.canSignIn : <span class="muted">{w.mailOnly}</span>),
    },
    { key: "since", heading: w.since, from: "md", cell: (member) => <Time at={member.joinedAt} look="date" /> },
    ...(props.manages ? [removeColumn(w, props)] : []),
  ];
  return (
    <Panel title={w.members} id="members">
      <Table caption={w.members} columns={columns} rows={props.members} keyOf={({ personId }) => String(personId)} />
    </Panel>
  );
};

/** Beside the form that will be refused: one click asks the desk. */
const Full = ({ organisation }: Pick<OwnOrganisationProps, "organisation">) => {
  const w = useInsideWords();
  return (
    <Notice tone="warning" title={w.full}>
      <div class="stack">
        <p>{w.fullText}</p>
        <Form id="request-seats" action={`${ownHref(organisation.id)}/seats`} plain>
          <Button icon="plus">{w.requestSeats}</Button>
        </Form>
      </div>
    </Notice>
  );
};

const Invite = ({ organisation, seats, requestedAt, state, locale }: OwnOrganisationProps) => {
  const w = useInsideWords();
  return (
    <Panel title={w.invite} id="invite">
      {!hasFreeSeat(seats) && !requestedAt && <Full organisation={organisation} />}
      <Form
        {...shown("invitation", state)}
        action={`${ownHref(organisation.id)}/invitations`}
        labels={{ name: w.name, email: w.email }}
      >
        <p class="muted">{w.inviteAbout}</p>
        <TextInput name="name" label={w.name} width="md" required mark={false} autocomplete="off" />
        <TextInput name="email" type="email" label={w.email} width="md" required mark={false} autocomplete="off" />
        <LanguageSelect label={w.language} value={locale} width="md" />
        <div class="form-actions">
          <Button kind="primary" icon="send">
            {w.inviteSubmit}
          </Button>
        </div>
      </Form>
    </Panel>
  );
};

/** Whom to ask, for those who may not do it themselves. */
const Managers = ({ members }: Pick<OwnOrganisationProps, "members">) => {
  const w = useInsideWords();
  const managers = members.filter(({ isManager }) => isManager).map(({ name }) => name);
  return <p class="muted">{managers.length > 0 ? `${w.readOnly} ${managers.join(", ")}` : w.noManager}</p>;
};

export const OwnOrganisation = (props: OwnOrganisationProps) => {
  const w = useInsideWords();
  const { organisation, organisations, manages, invitations, outside, invited } = props;
  const at = ownHref(organisation.id);
  return (
    <div class="stack">
      <InvitedBy invited={invited} />
      <PageHeader title={organisation.name}>
        <p>{w.about}</p>
      </PageHeader>
      {organisations.length > 1 && (
        <Tabs
          label={w.yours}
          items={organisations.map(({ id, name }) => ({
            href: ownHref(id),
            label: name,
            current: id === organisation.id,
          }))}
        />
      )}
      <Seats {...props} />
      <Members {...props} />
      {invitations.length > 0 && (
        <Invitations
          invitations={invitations}
          deedsOf={({ personId, name, email }) => [
            {
              id: `again-${personId}`,
              action: `${at}/invitations`,
              fields: { name, email: email ?? "" },
              label: w.again,
              about: w.againOf({ name }),
            },
            {
              id: `withdraw-${personId}`,
              action: `${at}/members/${personId}/remove`,
              fields: { name, isInvited: "on" },
              label: w.withdraw,
              about: w.withdrawOf({ name }),
            },
          ]}
        />
      )}
      {outside.length > 0 && <Outside people={outside} actionOf={({ id }) => `${at}/outside/${id}`} />}
      {manages ? <Invite {...props} /> : <Managers members={props.members} />}
    </div>
  );
};
