/** In which calendar teams work, and how that has changed. */
export interface CalendarPast {
  /** As it is now; null: in the default one. */
  teams: ReadonlyMap<number, number | null>;
  defaultId: number;
  /** Oldest first. */
  moves: readonly CalendarMove[];
}

/** A team went over to another calendar; or, without a team, another one became the default. */
export interface CalendarMove {
  at: Date;
  teamId: number | null;
  from: number | null;
  to: number | null;
}

/** In whose calendar a team worked at the time; in the default one who had none. */
export const calendarAt = (
  { teams, defaultId, moves }: CalendarPast,
  { teamId, at }: { teamId: number | null; at: Date },
): number => {
  const known = (of: number | null, now: number | null): number | null => {
    const own = moves.filter((move) => move.teamId === of);
    const last = own.findLast((move) => move.at <= at);
    return last ? last.to : own[0] ? own[0].from : now;
  };
  const ofTeam = teamId === null ? null : known(teamId, teams.get(teamId) ?? null);
  return ofTeam ?? known(null, defaultId) ?? defaultId;
};
