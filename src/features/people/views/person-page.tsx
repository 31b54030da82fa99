import type { StoredEvent } from "../../../platform/events.ts";
import { formatDate } from "../../../platform/i18n/index.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Checkbox,
  DescriptionList,
  Form,
  Notice,
  PageHeader,
  Panel,
  RadioCards,
  Select,
  Tag,
  TextInput,
  Time,
  useUi,
} from "../../../ui/index.ts";
import { TimeZoneSelect } from "../../desk-settings/index.ts";
import type { Undeliverable } from "../../outgoing-mail/index.ts";
import { roles, type Role } from "../rules/roles.ts";
import type { Membership, Organisation, Person } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { Once, shown } from "./form-parts.tsx";
import { History } from "./history.tsx";
import { AccessTag, peoplePath, personHref } from "./people-list.tsx";
import { LanguageSelect } from "./profile.tsx";
import { organisationHref } from "./organisation-list.tsx";

const personLabels = (w: ReturnType<typeof useAdminWords>) => ({
  name: w.name,
  email: w.email,
  phone: w.phone,
  locale: w.language,
  timeZone: w.timeZone,
  organisationId: w.organisation,
  role: w.role,
});

const roleIcons = { customer: "user", member: "inbox", moderator: "shield", administrator: "settings" } as const;

const RoleField = ({ value }: { value: Role | undefined }) => {
  const w = useAdminWords();
  return (
    <RadioCards
      name="role"
      label={w.roleQuestion}
      help={w.roleQuestionHelp}
      value={value}
      columns={2}
      required
      mark={false}
      options={roles.map((role) => ({
        value: role,
        label: w.roles[role],
        help: w.roleHelp[role],
        icon: roleIcons[role],
      }))}
    />
  );
};

const Facts = ({ person }: { person?: Person }) => {
  const w = useAdminWords();
  return (
    <>
      <TextInput name="name" label={w.name} value={person?.name} required autocomplete="off" />
      <TextInput
        name="email"
        type="email"
        label={w.email}
        help={w.emailHelp}
        value={person?.email ?? ""}
        autocomplete="off"
      />
      <TextInput name="phone" type="tel" label={w.phone} value={person?.phone ?? ""} width="md" autocomplete="off" />
    </>
  );
};

interface NewPersonProps {
  state: FormState;
  once: string;
  locale: string;
  role: Role | undefined;
  organisationId: string | undefined;
  organisations: readonly Organisation[];
}

export const NewPersonPage = ({ state, once, locale, role, organisationId, organisations }: NewPersonProps) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader title={w.addPerson} crumbs={[{ label: w.people, href: peoplePath }]} />
      <Form {...shown("person", state)} action={peoplePath} labels={personLabels(w)}>
        <Once value={once} />
        <RoleField value={role} />
        <Facts />
        <LanguageSelect label={w.language} value={locale} />
        <Select
          name="organisationId"
          label={w.organisation}
          help={w.organisationHelp}
          empty={w.noOrganisation}
          value={organisationId}
          options={organisations.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <Checkbox name="invite" label={w.invite} help={w.inviteHelp} checked={Object.keys(state.lists).length === 0} />
        <div class="form-actions">
          <Button kind="primary">{w.addPersonSubmit}</Button>
        </div>
      </Form>
    </>
  );
};

interface PersonPageProps {
  person: Person;
  /** Mail to the address came back, and none goes there now. */
  undeliverable: Undeliverable | undefined;
  memberships: readonly Membership[];
  lastSignedIn: Date | null;
  /** Until when the link that was sent last is good; undefined when none waits to be used. */
  linkEnd: Date | undefined;
  state: FormState;
  once: string;
  events: readonly StoredEvent[];
  names: ReadonlyMap<number, string>;
}

const Unreachable = ({ person, undeliverable }: Pick<PersonPageProps, "person" | "undeliverable">) => {
  const ui = useUi();
  const w = useAdminWords();
  if (!undeliverable) return null;
  const { since, reason, address } = undeliverable;
  return (
    <Notice
      tone="warning"
      icon="mail"
      title={w.undeliverable({ address })}
      actions={
        <Form id="clear-address" action={`${personHref(person.id)}/clear-address`} plain>
          <Button size="sm" icon="refresh-cw">
            {w.clearAddress}
          </Button>
        </Form>
      }
    >
      {w.undeliverableSince({ since: formatDate(since, ui) })} {reason && <q>{reason}</q>}
    </Notice>
  );
};

type InvitationProps = Pick<PersonPageProps, "person" | "linkEnd" | "events">;

/** How far somebody has come who was invited and has no access yet. */
const invitationOf = ({ person, linkEnd, events }: InvitationProps, now: Date) => {
  if (person.hasAccount || person.deactivatedAt) return undefined;
  if (linkEnd) return linkEnd > now ? "open" : "expired";
  // The link is made with the mail, a moment after it was asked for.
  return events.some(({ name }) => name === "person.password_link_asked") ? "leaving" : undefined;
};

const Invitation = (props: InvitationProps) => {
  const w = useAdminWords();
  const state = invitationOf(props, useUi().now);
  if (!state) return <AccessTag person={props.person} />;
  return (
    <span class="row">
      <Tag tone={state === "expired" ? "warning" : "info"} icon="mail" look="plain">
        {w.invitation[state]}
      </Tag>
      {props.linkEnd && (
        <span class="muted">
          {w.linkUntil[state === "open" ? "open" : "over"]} <Time at={props.linkEnd} look="datetime" />
        </span>
      )}
    </span>
  );
};

const sendWord = (props: InvitationProps, now: Date): "sendPasswordLink" | "inviteAgain" | "invite" =>
  props.person.hasAccount ? "sendPasswordLink" : invitationOf(props, now) ? "inviteAgain" : "invite";

const Access = (props: Pick<PersonPageProps, "person" | "lastSignedIn" | "linkEnd" | "events" | "once">) => {
  const w = useAdminWords();
  const { now } = useUi();
  const { person, lastSignedIn, once } = props;
  const at = personHref(person.id);
  return (
    <Panel title={w.access}>
      <div class="stack">
        <DescriptionList
          items={[
            { term: w.access, detail: <Invitation {...props} /> },
            {
              term: w.verified,
              detail: person.emailVerifiedAt ? <Time at={person.emailVerifiedAt} look="datetime" /> : w.notVerified,
            },
            { term: w.lastSignedIn, detail: lastSignedIn ? <Time at={lastSignedIn} look="datetime" /> : w.never },
          ]}
        />
        {person.deactivatedAt ? (
          <Form id="reactivate" action={`${at}/reactivate`} plain>
            <Button icon="user-check">{w.reactivate}</Button>
          </Form>
        ) : (
          <>
            <Form id="password-link" action={`${at}/password-link`} plain>
              <Once value={once} />
              <Button icon="mail">{w[sendWord(props, now)]}</Button>
            </Form>
            <Form id="deactivate" action={`${at}/deactivate`} plain class="stack">
              <p class="muted small">{w.deactivateAbout}</p>
              <div>
                <Button icon="lock" kind="danger">
                  {w.deactivate}
                </Button>
              </div>
            </Form>
          </>
        )}
      </div>
    </Panel>
  );
};

const Memberships = ({ memberships }: Pick<PersonPageProps, "memberships">) => {
  const w = useAdminWords();
  return (
    <Panel title={w.organisations}>
      {memberships.length === 0 ? (
        <p class="muted">{w.noOrganisation}</p>
      ) : (
        <ul class="stack">
          {memberships.map(({ id, name, isManager }) => (
            <li key={id}>
              <a class="text-link" href={organisationHref(id)}>
                {name}
              </a>
              {isManager && <span class="muted"> · {w.manager}</span>}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

export const PersonPage = (props: PersonPageProps) => {
  const w = useAdminWords();
  const { person, state } = props;
  return (
    <div class="stack">
      <PageHeader title={person.name} crumbs={[{ label: w.people, href: peoplePath }]} />
      {person.deactivatedAt && <Notice tone="warning">{w.deactivatedNotice}</Notice>}
      <Unreachable {...props} />
      <Form merges {...shown("person", state)} action={personHref(person.id)} labels={personLabels(w)}>
        <Facts person={person} />
        <LanguageSelect label={w.language} value={person.locale} />
        <TimeZoneSelect label={w.timeZone} value={person.timeZone} />
        <RoleField value={person.role} />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
      <Access {...props} />
      <Memberships {...props} />
      <History events={props.events} names={props.names} />
    </div>
  );
};
