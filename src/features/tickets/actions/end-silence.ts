import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { now } from "../../../platform/time.ts";
import { ticketClosed, ticketReminded, ticketStalled } from "../events.ts";
import { silenceStep } from "../rules/silence.ts";
import { move } from "../rules/status.ts";
import { findLastSaidAt } from "../store/messages.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const endSilence = action({
  name: "tickets.end-silence",
  description:
    "Reminds a customer who does not answer, and closes what stayed quiet as long as its type allows; tells the desk of what cannot close because it lacks what its type demands.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "expire", { ticketId });
    const lastSaidAt = (await findLastSaidAt(tx, ticketId)) ?? ticket.openedAt;
    // Whoever has written in the meantime has answered; then nothing is left to do.
    const step = silenceStep({ ...ticket, lastSaidAt }, now());
    if (step?.kind === "remind") {
      const { changed } = await commit(tx, actor, ticket, {
        event: ticketReminded({ closesAt: step.closesAt.toISOString() }),
        patch: { status: move(ticket, "remind") },
        marks: { closesAt: step.closesAt },
      });
      return changed;
    }
    if (step?.kind === "stall") {
      const { changed } = await commit(tx, actor, ticket, {
        event: ticketStalled({ lacks: [...step.lacks] }),
        patch: { status: move(ticket, "remind") },
        marks: { closesAt: null, stalledAt: now() },
      });
      return changed;
    }
    if (step?.kind !== "close") return undefined;
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketClosed({ because: step.because }),
      patch: { status: move(ticket, "expire") },
      marks: { isUnsolved: true },
    });
    return changed;
  },
});
