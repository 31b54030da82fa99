import type { Effect } from "../../../platform/events.ts";
import { decidedLetter } from "../emails/approval-letters.tsx";
import { deskOf, mailEach, occasionOf, situationOf } from "../mailing.ts";

/** The desk hears what was decided, in the decider's own words. */
export const tellDecided: Effect = {
  name: "tickets.mail-decided",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { reason, isFinal } = event.payload;
    const news = {
      situation: await situationOf(occasion),
      author: event.actor.name,
      isApproved: event.name === "ticket.solution-approved",
      isFinal: isFinal === true,
      reason: typeof reason === "string" ? reason : "",
    };
    await mailEach(occasion, await deskOf(occasion), (head) => decidedLetter(head, news));
  },
};
