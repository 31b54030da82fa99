import { z } from "zod";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Reader } from "../../platform/db/db.ts";
import type { Effect } from "../../platform/events.ts";
import { enqueue, job, type Recurring } from "../../platform/jobs.ts";
import { announceDeadlines } from "./actions/announce-deadlines.ts";
import { recomputeDeadlines } from "./actions/recompute-deadlines.ts";
import { listUnfinishedIds, listUntoldTicketIds } from "./store/clocks.ts";

const us = system("tickets");
/** So many tickets are computed in one transaction: others wait for their rows at most about a second. */
const batch = 100;

/** One job a ticket, so that one that fails keeps none of the others waiting. */
export const announceDeadlinesJob = job({
  name: "tickets.announce-deadlines",
  payload: z.object({ ticketId: z.number() }),
  async run({ db }, { ticketId }) {
    await act(db, us, announceDeadlines, { ticketId });
  },
});

export const watchDeadlinesJob = job({
  name: "tickets.watch-deadlines",
  payload: z.unknown(),
  async run({ db }) {
    for (const ticketId of await listUntoldTicketIds(db))
      await enqueue(db, announceDeadlinesJob.name, { ticketId }, { key: `announce-deadlines ${ticketId}` });
  },
});

/** Goes through all tickets that are not over, a part at a time; each part leads to the next. */
export const recomputeDeadlinesJob = job({
  name: "tickets.recompute-deadlines",
  payload: z.object({
    after: z.number().default(0),
    organisationId: z.number().optional(),
    teamId: z.number().optional(),
  }),
  async run({ db }, { after, ...concerned }) {
    const ticketIds = await listUnfinishedIds(db, concerned, { after, limit: batch });
    const last = ticketIds.at(-1);
    if (last === undefined) return;
    await act(db, us, recomputeDeadlines, { ticketIds });
    await recomputeLater(db, { ...concerned, after: last });
  },
});

const recomputeLater = (
  db: Reader,
  concerned: { after?: number; organisationId?: number | undefined; teamId?: number | undefined },
): Promise<void> => enqueue(db, recomputeDeadlinesJob.name, concerned);

/** A calendar, a promise or what somebody has booked has changed: all open deadlines that may hang on it move. */
export const recompute: Effect = {
  name: "tickets.recompute-deadlines",
  run: ({ db }, { subject: { kind, id } }) =>
    recomputeLater(db, {
      ...(kind === "organisation" && { organisationId: id }),
      ...(kind === "team" && { teamId: id }),
    }),
};

export const deadlineSchedule: readonly Recurring[] = [
  { cron: "* * * * *", job: watchDeadlinesJob },
  // Whatever moved a deadline without saying so is put right over night.
  { cron: "41 2 * * *", job: recomputeDeadlinesJob },
];
