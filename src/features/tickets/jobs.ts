import { z } from "zod";
import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import { job, type Recurring } from "../../platform/jobs.ts";
import { tidyUp } from "./actions/tidy-up.ts";

const tidyUpJob = job({
  name: "tickets.tidy-up",
  payload: z.unknown(),
  async run({ db }) {
    await act(db, system("tickets"), tidyUp, {});
  },
});

export const ticketSchedule: readonly Recurring[] = [{ cron: "* * * * *", job: tidyUpJob }];
