import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Checkbox,
  EmptyState,
  FieldError,
  Form,
  LinkButton,
  Notice,
  PageHeader,
  Panel,
  RadioCards,
  Select,
  Table,
  Tag,
  TextInput,
  type Column,
} from "../../../ui/index.ts";
import type { Calendar } from "../../working-time/index.ts";
import { assigneeRules } from "../rules/assignees.ts";
import { teamLevels } from "../rules/roles.ts";
import type { Person, Team } from "../types.ts";
import { useAdminWords } from "../words.admin.ts";
import { Once, shown } from "./form-parts.tsx";
import { History } from "./history.tsx";

export const teamsPath = "/admin/teams";
export const teamHref = (id: number): string => `${teamsPath}/${id}`;

const Add = () => (
  <LinkButton href={`${teamsPath}/new`} icon="plus" kind="primary">
    {useAdminWords().addTeam}
  </LinkButton>
);

export const TeamList = ({ teams, names }: { teams: readonly Team[]; names: ReadonlyMap<number, string> }) => {
  const w = useAdminWords();
  const columns: readonly Column<Team>[] = [
    {
      key: "name",
      heading: w.name,
      narrow: "title",
      cell: (team) => (
        <>
          <a href={teamHref(team.id)}>{team.name}</a>{" "}
          {team.isRetired && (
            <Tag tone="muted" icon="archive" look="plain">
              {w.retired}
            </Tag>
          )}
        </>
      ),
    },
    { key: "level", heading: w.level, narrow: "fact", cell: (team) => w.levels[team.level] },
    { key: "rule", heading: w.assigneeRule, from: "md", cell: (team) => w.assigneeRules[team.assigneeRule] },
    {
      key: "members",
      heading: w.members,
      width: "grow",
      cell: (team) => team.memberIds.map((id) => names.get(id)).join(", "),
    },
  ];
  return (
    <>
      <PageHeader title={w.teams} actions={<Add />}>
        <p>{w.teamsAbout}</p>
      </PageHeader>
      <Table
        caption={w.teams}
        columns={columns}
        rows={[...teams].sort((one, other) => Number(one.isRetired) - Number(other.isRetired))}
        keyOf={(team) => String(team.id)}
        empty={
          <EmptyState icon="users" title={w.noTeams} action={<Add />}>
            {w.noTeamsAbout}
          </EmptyState>
        }
      />
    </>
  );
};

interface FieldsProps {
  team?: Team;
  agents: readonly Person[];
  calendars: readonly Pick<Calendar, "id" | "name" | "isDefault" | "retiredAt">[];
  state: FormState;
}

const calendarChoices = ({ team, calendars }: Pick<FieldsProps, "team" | "calendars">) =>
  calendars
    .filter(({ id, isDefault, retiredAt }) => !isDefault && (retiredAt === null || id === team?.calendarId))
    .map(({ id, name }) => ({ value: String(id), label: name }));

/** In whose time the team's deadlines are counted, and who gets what comes in. */
const Ways = ({ team, agents, calendars }: Omit<FieldsProps, "state">) => {
  const w = useAdminWords();
  const usual = calendars.find(({ isDefault }) => isDefault)?.name ?? "";
  return (
    <>
      <Select
        name="calendarId"
        label={w.calendar}
        help={w.calendarHelp}
        empty={w.usualCalendar({ name: usual })}
        value={team?.calendarId?.toString() ?? ""}
        options={calendarChoices({ ...(team && { team }), calendars })}
        width="md"
        mark={false}
      />
      <RadioCards
        name="assigneeRule"
        label={w.assigneeRule}
        help={w.assigneeRuleHelp}
        value={team?.assigneeRule ?? "nobody"}
        columns={2}
        mark={false}
        options={assigneeRules.map((rule) => ({
          value: rule,
          label: w.assigneeRules[rule],
          help: w.assigneeRulesHelp[rule],
        }))}
      />
      <Select
        name="assigneeId"
        label={w.assigneePerson}
        help={w.assigneePersonHelp}
        empty={w.noAssignee}
        value={team?.assigneeId?.toString() ?? ""}
        options={agents.map(({ id, name }) => ({ value: String(id), label: name }))}
        width="md"
        mark={false}
      />
    </>
  );
};

const Fields = ({ team, agents, calendars, state }: FieldsProps) => {
  const w = useAdminWords();
  // A form that comes back without a tick means that nobody was ticked.
  const isFresh = Object.keys(state.lists).length === 0;
  return (
    <>
      <TextInput name="name" label={w.name} value={team?.name} width="md" required autocomplete="off" />
      <RadioCards
        name="level"
        label={w.level}
        value={team?.level ?? "first"}
        mark={false}
        options={teamLevels.map((level) => ({ value: level, label: w.levels[level], help: w.levelsHelp[level] }))}
      />
      <fieldset class="field">
        <legend class="field-label">{w.teamMembers}</legend>
        <p class="field-help">{agents.length > 0 ? w.teamMembersHelp : w.noAgents}</p>
        <div class="stack">
          {agents.map((agent) => (
            <Checkbox
              key={agent.id}
              id={`team-memberIds-${agent.id}`}
              name="memberIds"
              value={String(agent.id)}
              label={agent.name}
              checked={isFresh && team?.memberIds.includes(agent.id)}
              error=""
            />
          ))}
        </div>
        <FieldError id="team-memberIds" error={state.errors["memberIds"]} />
      </fieldset>
      <Ways {...(team && { team })} agents={agents} calendars={calendars} />
    </>
  );
};

const labelsOf = (w: ReturnType<typeof useAdminWords>) => ({
  name: w.name,
  memberIds: w.teamMembers,
  calendarId: w.calendar,
  assigneeId: w.assigneePerson,
});

export const NewTeamPage = ({ once, ...fields }: Omit<FieldsProps, "team"> & { once: string }) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader title={w.addTeam} crumbs={[{ label: w.teams, href: teamsPath }]} />
      <Form {...shown("team", fields.state)} action={teamsPath} labels={labelsOf(w)}>
        <Once value={once} />
        <Fields {...fields} />
        <div class="form-actions">
          <Button kind="primary">{w.addTeamSubmit}</Button>
        </div>
      </Form>
    </>
  );
};

interface TeamPageProps extends Required<FieldsProps> {
  /** Of retiring and deleting. */
  end: FormState;
  /** Mail to them comes to the team. */
  addresses: readonly string[];
  events: readonly StoredEvent[];
  names: ReadonlyMap<number, string>;
}

const addressesPath = "/admin/mail-addresses";

const Addresses = ({ addresses }: Pick<TeamPageProps, "addresses">) => {
  const w = useAdminWords();
  return (
    <Panel
      title={w.teamAddresses}
      action={
        <LinkButton href={addressesPath} size="sm">
          {w.setAddresses}
        </LinkButton>
      }
    >
      <p class={addresses.length > 0 ? "wrap-anywhere" : "muted"}>{addresses.join(", ") || w.noTeamAddress}</p>
    </Panel>
  );
};

/** Nobody gets what is meant for somebody who has left; the team is told here. */
const isGone = ({ team, agents }: Pick<TeamPageProps, "team" | "agents">): boolean =>
  team.assigneeRule === "person" && !agents.some(({ id }) => id === team.assigneeId);

const End = ({ team, end }: Pick<TeamPageProps, "team" | "end">) => {
  const w = useAdminWords();
  return (
    <Panel title={team.isRetired ? w.restore : w.teamEnd} id="end-team">
      <Form id="end" action={`${teamHref(team.id)}/end`} plain class="stack">
        {/* Beside the button that was pressed, far below the page's head. */}
        {end.problem && (
          <div role="alert" tabIndex={-1} data-error-summary>
            <Notice tone="danger">{end.problem}</Notice>
          </div>
        )}
        <p class="muted">{team.isRetired ? w.teamRestoreAbout : w.teamRetireAbout}</p>
        <p class="muted">{w.teamDeleteAbout}</p>
        <div class="form-actions">
          <Button
            name="to"
            value={team.isRetired ? "restore" : "retire"}
            icon={team.isRetired ? "rotate-ccw-clock" : "archive"}
          >
            {team.isRetired ? w.restore : w.retire}
          </Button>
          <Button kind="danger" name="to" value="delete" icon="trash">
            {w.teamDelete}
          </Button>
        </div>
      </Form>
    </Panel>
  );
};

export const TeamPage = ({ events, names, end, ...fields }: TeamPageProps) => {
  const w = useAdminWords();
  const { team, state } = fields;
  return (
    <div class="stack">
      <PageHeader title={team.name} crumbs={[{ label: w.teams, href: teamsPath }]} />
      {team.isRetired && <Notice tone="warning">{w.teamRetiredNotice}</Notice>}
      {isGone(fields) && <Notice tone="warning">{w.assigneeGone}</Notice>}
      <Form merges {...shown("team", state)} action={teamHref(team.id)} labels={labelsOf(w)}>
        <Fields {...fields} />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
      <Addresses addresses={fields.addresses} />
      <End team={team} end={end} />
      <History events={events} names={names} />
    </div>
  );
};
