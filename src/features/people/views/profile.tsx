import type { FormState } from "../../../platform/http/form.ts";
import { locales } from "../../../platform/i18n/index.ts";
import {
  Button,
  Form,
  PageHeader,
  Panel,
  Select,
  Table,
  Tag,
  TextInput,
  Time,
  type Column,
} from "../../../ui/index.ts";
import { TimeZoneSelect } from "../../desk-settings/index.ts";
import { deviceNameOf } from "../rules/devices.ts";
import type { Session } from "../store/sessions.ts";
import type { Person } from "../types.ts";
import { usePageWords } from "../words.pages.ts";
import { shown } from "./form-parts.tsx";

interface LanguageSelectProps {
  label: string;
  help?: string;
  value: string;
  width?: "md";
}

export const LanguageSelect = ({ label, help, value, width }: LanguageSelectProps) => {
  const w = usePageWords();
  return (
    <Select
      name="locale"
      label={label}
      help={help}
      value={value}
      options={locales.map((locale) => ({ value: locale, label: w.languages[locale] }))}
      width={width}
      required
      mark={false}
    />
  );
};

interface FactsProps {
  person: Person;
  state: FormState;
}

const Facts = ({ person, state }: FactsProps) => {
  const w = usePageWords();
  return (
    <Form
      merges
      {...shown("profile", state)}
      action="/profile"
      labels={{ name: w.name, phone: w.phone, locale: w.language, timeZone: w.timeZone }}
    >
      <TextInput name="name" label={w.name} help={w.nameHelp} value={person.name} autocomplete="name" required />
      <TextInput name="email" label={w.email} help={w.emailFixed} value={person.email ?? ""} readOnly mark={false} />
      <TextInput name="phone" type="tel" label={w.phone} value={person.phone ?? ""} autocomplete="tel" width="md" />
      <LanguageSelect label={w.language} value={person.locale} />
      <TimeZoneSelect label={w.timeZone} value={person.timeZone} />
      <div class="form-actions">
        <Button kind="primary">{w.save}</Button>
      </div>
    </Form>
  );
};

interface PasswordProps {
  email: string;
  minimum: number;
  hasPassword: boolean;
  state: FormState;
}

const Password = ({ email, minimum, hasPassword, state }: PasswordProps) => {
  const w = usePageWords();
  return (
    <Form
      {...shown("password", state)}
      action="/profile/password"
      labels={{ currentPassword: w.currentPassword, password: w.newPassword }}
    >
      {!hasPassword && <p class="muted">{w.noPasswordYet}</p>}
      <input type="hidden" name="username" value={email} autocomplete="username" />
      {hasPassword && (
        <TextInput
          name="currentPassword"
          type="password"
          label={w.currentPassword}
          autocomplete="current-password"
          width="md"
          required
          mark={false}
        />
      )}
      <TextInput
        name="password"
        type="password"
        label={w.newPassword}
        help={w.passwordHelp({ least: minimum })}
        autocomplete="new-password"
        width="md"
        required
        mark={false}
      />
      <div class="form-actions">
        <Button kind="primary">{hasPassword ? w.changePasswordSubmit : w.setFirstPassword}</Button>
      </div>
    </Form>
  );
};

const EndSession = ({ session, device }: { session: Session; device: string }) => {
  const w = usePageWords();
  return (
    <Form id={`end-${session.id}`} action={`/profile/sessions/${session.id}/end`} plain>
      <Button size="sm" icon="log-out">
        {w.endSession}
        <span class="sr-only"> {w.endSessionOf({ device })}</span>
      </Button>
    </Form>
  );
};

const Sessions = ({ sessions }: { sessions: readonly Session[] }) => {
  const w = usePageWords();
  const nameOf = ({ userAgent }: Session): string => {
    const name = deviceNameOf(userAgent);
    return name ? w.deviceName(name) : w.unknownDevice;
  };
  const columns: readonly Column<Session>[] = [
    {
      key: "device",
      heading: w.device,
      width: "grow",
      narrow: "title",
      cell: (session) => (
        <span class="row">
          <span title={session.userAgent}>{nameOf(session)}</span>
          {session.isCurrent && <Tag tone="success">{w.thisDevice}</Tag>}
        </span>
      ),
    },
    { key: "place", heading: w.place, cell: (session) => session.ip },
    { key: "since", heading: w.since, from: "md", cell: (session) => <Time at={session.createdAt} look="datetime" /> },
    { key: "seen", heading: w.lastSeen, cell: (session) => <Time at={session.seenAt} /> },
    {
      key: "end",
      heading: w.endSession,
      hideHeading: true,
      align: "end",
      narrow: "fact",
      cell: (session) => !session.isCurrent && <EndSession session={session} device={nameOf(session)} />,
    },
  ];
  return (
    <>
      <Table caption={w.sessions} columns={columns} rows={sessions} keyOf={(session) => String(session.id)} />
      {sessions.length > 1 && (
        <Form id="end-others" action="/profile/sessions/end" plain>
          <Button icon="log-out">{w.endOthers}</Button>
        </Form>
      )}
    </>
  );
};

export interface ProfileProps {
  person: Person;
  minimum: number;
  hasPassword: boolean;
  sessions: readonly Session[];
  facts: FormState;
  password: FormState;
}

export const Profile = ({ person, minimum, hasPassword, sessions, facts, password }: ProfileProps) => {
  const w = usePageWords();
  return (
    <div class="stack">
      <PageHeader title={w.profile}>
        <p>{w.profileAbout}</p>
      </PageHeader>
      <Panel title={w.facts}>
        <Facts person={person} state={facts} />
      </Panel>
      <Panel title={w.changePassword} id="password-panel">
        <Password email={person.email ?? ""} minimum={minimum} hasPassword={hasPassword} state={password} />
      </Panel>
      <Panel title={w.sessions} id="sessions">
        <div class="stack">
          <p class="muted">{w.sessionsAbout}</p>
          <Sessions sessions={sessions} />
        </div>
      </Panel>
    </div>
  );
};
