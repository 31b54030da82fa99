import type { Effect } from "../../../platform/events.ts";
import type { ClockKind } from "../../service-levels/index.ts";
import { deadlineLetter } from "../emails/deadlines.tsx";
import { deskOf, mailEach, occasionOf, saidBefore, situationOf } from "../mailing.ts";
import { listKeptClocks } from "../store/clocks.ts";

/** Not said when what was promised has been done, or got more time, since. */
export const tellDeadline: Effect = {
  name: "tickets.mail-deadline",
  async run(context, event) {
    const { kind, dueAt } = event.payload as { kind: ClockKind; dueAt: string };
    const clocks = await listKeptClocks(context.db, event.subject.id);
    const isOpen = clocks.some(
      (clock) => clock.kind === kind && clock.endedAt === null && clock.dueAt?.toISOString() === dueAt,
    );
    if (!isOpen) return;
    const occasion = await occasionOf(context, event);
    const news = {
      situation: await situationOf(occasion),
      kind,
      dueAt: new Date(dueAt),
      isMissed: event.name === "ticket.deadline-missed",
      earlier: saidBefore(occasion, 1),
    };
    await mailEach(occasion, await deskOf(occasion), (head) => deadlineLetter(head, news));
  },
};
