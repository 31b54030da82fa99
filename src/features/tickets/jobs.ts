import { z } from "zod";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import { enqueue, job, type Recurring } from "../../platform/jobs.ts";
import { endSilence } from "./actions/end-silence.ts";
import { tidyUp } from "./actions/tidy-up.ts";
import { listQuietTicketIds } from "./store/silence.ts";

const tidyUpJob = job({
  name: "tickets.tidy-up",
  payload: z.unknown(),
  async run({ db }) {
    await act(db, system("tickets"), tidyUp, {});
  },
});

/** One job a ticket, so that one that fails keeps none of the others waiting. */
export const endSilenceJob = job({
  name: "tickets.end-silence",
  payload: z.object({ ticketId: z.number() }),
  async run({ db }, { ticketId }) {
    await act(db, system("tickets"), endSilence, { ticketId });
  },
});

export const watchSilenceJob = job({
  name: "tickets.watch-silence",
  payload: z.unknown(),
  async run({ db }) {
    for (const ticketId of await listQuietTicketIds(db))
      await enqueue(db, endSilenceJob.name, { ticketId }, { key: `end-silence ${ticketId}` });
  },
});

export const ticketSchedule: readonly Recurring[] = [
  { cron: "* * * * *", job: tidyUpJob },
  { cron: "*/10 * * * *", job: watchSilenceJob },
];
