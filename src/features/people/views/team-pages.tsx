import type { StoredEvent } from "../../../platform/events.ts";
import type { FormState } from "../../../platform/http/form.ts";
import {
  Button,
  Checkbox,
  EmptyState,
  FieldError,
  Form,
  LinkButton,
  PageHeader,
  RadioCards,
  Table,
  TextInput,
  type Column,
} from "../../../ui/index.ts";
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
      cell: (team) => <a href={teamHref(team.id)}>{team.name}</a>,
    },
    { key: "level", heading: w.level, narrow: "fact", cell: (team) => w.levels[team.level] },
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
        rows={teams}
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
  state: FormState;
}

const Fields = ({ team, agents, state }: FieldsProps) => {
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
        options={teamLevels.map((level) => ({ value: level, label: w.levels[level] }))}
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
    </>
  );
};

export const NewTeamPage = ({ agents, state, once }: Omit<FieldsProps, "team"> & { once: string }) => {
  const w = useAdminWords();
  return (
    <>
      <PageHeader title={w.addTeam} crumbs={[{ label: w.teams, href: teamsPath }]} />
      <Form {...shown("team", state)} action={teamsPath} labels={{ name: w.name, memberIds: w.teamMembers }}>
        <Once value={once} />
        <Fields agents={agents} state={state} />
        <div class="form-actions">
          <Button kind="primary">{w.addTeamSubmit}</Button>
        </div>
      </Form>
    </>
  );
};

interface TeamPageProps extends Required<FieldsProps> {
  events: readonly StoredEvent[];
  names: ReadonlyMap<number, string>;
}

export const TeamPage = ({ team, agents, state, events, names }: TeamPageProps) => {
  const w = useAdminWords();
  return (
    <div class="stack">
      <PageHeader title={team.name} crumbs={[{ label: w.teams, href: teamsPath }]} />
      <Form {...shown("team", state)} action={teamHref(team.id)} labels={{ name: w.name, memberIds: w.teamMembers }}>
        <Fields team={team} agents={agents} state={state} />
        <div class="form-actions">
          <Button kind="primary">{w.save}</Button>
        </div>
      </Form>
      <History events={events} names={names} />
    </div>
  );
};
