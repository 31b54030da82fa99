import { randomUUID } from "node:crypto";
import type { Action } from "../../../platform/act.ts";
import { administrators } from "../../../platform/http/access.ts";
import { freshForm, type FormState } from "../../../platform/http/form.ts";
import { get, page, post, type Ask, type Page, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { listMailAddresses } from "../../mail-addresses/index.ts";
import { listCalendars } from "../../working-time/index.ts";
import { addTeam } from "../actions/add-team.ts";
import { changeTeam } from "../actions/change-team.ts";
import type { teamEndInput } from "../actions/end-team.ts";
import { listAgents, peopleByIds } from "../store/people.ts";
import { getTeam, listTeams } from "../store/teams.ts";
import { NewTeamPage, teamHref, TeamList, TeamPage, teamsPath } from "../views/team-pages.tsx";
import { adminWords } from "../words.admin.ts";
import { historyOf, idOf, saying } from "./asked.ts";

const section = teamsPath;

const listPage = async ({ context, actor }: Ask): Promise<Page> => {
  const teams = await listTeams(context.db);
  const people = await peopleByIds(
    context.db,
    teams.flatMap(({ memberIds }) => memberIds),
  );
  const names = new Map([...people].map(([id, { name }]) => [id, name]));
  return page(adminWords[actor.locale].teams, <TeamList teams={teams} names={names} />, { width: "wide", section });
};

const newPage = async ({ context, actor }: Ask, state: FormState = freshForm()): Promise<Page> =>
  page(
    adminWords[actor.locale].addTeam,
    <NewTeamPage
      agents={await listAgents(context.db)}
      calendars={await listCalendars(context.db)}
      state={state}
      once={randomUUID()}
    />,
    { section },
  );

const teamPage = async (ask: Ask, state: FormState = freshForm(), end: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const team = await getTeam(db, idOf(ask));
  const subject = { kind: "team", id: team.id };
  const [agents, calendars, ownAddresses, history] = await Promise.all([
    listAgents(db),
    listCalendars(db),
    listMailAddresses(db),
    historyOf(db, subject),
  ]);
  const addresses = ownAddresses.flatMap(({ teamId, address, retiredAt }) =>
    teamId === team.id && retiredAt === null ? [address] : [],
  );
  return page(team.name, <TeamPage {...{ team, agents, calendars, addresses, state, end, ...history }} />, {
    section,
    usesOf: subject,
  });
};

const inputOf = ({ form }: Ask) => ({ ...form.values(), memberIds: [...form.all("memberIds")] });

/** What only a later feature can do, because it knows who names a team. */
export interface TeamEnding {
  endTeam: Action<typeof teamEndInput, void>;
}

const ends = { retire: "teamWasRetired", restore: "teamWasRestored" } as const;

const endRoute = ({ endTeam }: TeamEnding): Route =>
  post(`${teamsPath}/:id/end`, administrators, async (ask) => {
    const team = await getTeam(ask.context.db, idOf(ask));
    const to = ask.form.text("to");
    const w = adminWords[ask.actor.locale];
    return submit(ask, {
      action: endTeam,
      input: { teamId: team.id, to },
      done: () =>
        to === "retire" || to === "restore"
          ? saying(teamHref(team.id), w[ends[to]])
          : saying(teamsPath, w.teamWasDeleted(team)),
      again: (state) => teamPage(ask, freshForm(), state),
    });
  });

/** The pages are mounted by the tickets' feature, see `TeamEnding`. */
export const teamAdminRoutes = (ending: TeamEnding): readonly Route[] => [
  endRoute(ending),
  get(teamsPath, administrators, listPage),
  get(`${teamsPath}/new`, administrators, (ask) => newPage(ask)),
  post(teamsPath, administrators, (ask) =>
    submit(ask, {
      action: addTeam,
      input: inputOf(ask),
      done: ({ teamId }) =>
        saying(teamHref(teamId), adminWords[ask.actor.locale].teamAdded({ name: ask.form.text("name").trim() })),
      again: (state) => newPage(ask, state),
    }),
  ),
  get(`${teamsPath}/:id`, administrators, (ask) => teamPage(ask)),
  post(`${teamsPath}/:id`, administrators, (ask) =>
    submit(ask, {
      action: changeTeam,
      input: { ...inputOf(ask), teamId: idOf(ask) },
      done: () => saying(teamHref(idOf(ask)), adminWords[ask.actor.locale].saved),
      again: (state) => teamPage(ask, state),
    }),
  ),
];
