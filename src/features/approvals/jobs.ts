import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import { Conflict } from "../../platform/errors.ts";
import { job, type Recurring } from "../../platform/jobs.ts";
import { now } from "../../platform/time.ts";
import { z } from "zod";
import { withdraw } from "./actions/withdraw.ts";
import { listOverdueIds } from "./store.ts";

/** Whatever waits for an approval learns that its time is over. */
const endOverdue = job({
  name: "approvals.end-overdue",
  payload: z.unknown(),
  async run({ db }) {
    for (const approvalId of await listOverdueIds(db, now()))
      await act(db, system("approvals"), withdraw, { approvalId }).catch((error: unknown) => {
        // Somebody ended it in the same moment; then it is over as well.
        if (!(error instanceof Conflict)) throw error;
      });
  },
});

export const approvalSchedule: readonly Recurring[] = [{ cron: "7 * * * *", job: endOverdue }];
