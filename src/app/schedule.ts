import { z } from "zod";
import { deleteOldHeldForms } from "../platform/http/held-forms.ts";
import { deleteOldReceipts } from "../platform/act.ts";
import { job, type Recurring } from "../platform/jobs.ts";
import { features } from "./features.ts";
import { sweepFilesJob } from "./sweep-files.ts";

/** Everything that happens by the clock, in one place. Times are UTC. */
export const schedule: readonly Recurring[] = [
  {
    cron: "17 3 * * *",
    job: job({
      name: "platform.clean-up",
      payload: z.unknown(),
      async run({ db }) {
        await deleteOldHeldForms(db);
        await deleteOldReceipts(db);
      },
    }),
  },
  { cron: "41 */6 * * *", job: sweepFilesJob },
  ...features.flatMap((feature) => feature.schedule ?? []),
];
