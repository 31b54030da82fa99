import { z } from "zod";
import { job, type Recurring } from "../../platform/jobs.ts";
import { after, days, now } from "../../platform/time.ts";
import { deleteAccessLinksBefore } from "./store/access-links.ts";
import { deleteInvitationsBefore } from "./store/invitations.ts";
import { deleteAttemptsBefore } from "./store/attempts.ts";
import { deleteSessionsBefore } from "./store/sessions.ts";

/** Where people came from is personal: kept for as long as it is counted, and no longer. */
const attemptsFor = days(1);
/** So long after its end a link's page can still say what happened, and send a new one. */
const linksFor = days(90);

export const peopleSchedule: readonly Recurring[] = [
  {
    cron: "27 3 * * *",
    job: job({
      name: "people.clean-up",
      payload: z.unknown(),
      async run({ db }) {
        await deleteSessionsBefore(db, now());
        await deleteAttemptsBefore(db, after(now(), -attemptsFor));
        await deleteAccessLinksBefore(db, after(now(), -linksFor));
        await deleteInvitationsBefore(db, after(now(), -linksFor));
      },
    }),
  },
];
