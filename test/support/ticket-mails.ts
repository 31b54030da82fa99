import { act, type Action } from "../../src/platform/act.ts";
import type { Actor } from "../../src/platform/actor.ts";
import type { Context } from "../../src/platform/context.ts";
import { getEvent } from "../../src/platform/events.ts";
import { ticketEffects } from "../../src/features/tickets/effects.ts";
import type { z } from "zod";
import { castOf, type Cast } from "./cast.ts";
import { testContext } from "./context.ts";
import { freshDb } from "./db.ts";

export interface EffectScene extends Cast {
  context: Context;
  /** Runs the verb, then everything that follows from it; returns the mails that came of it. */
  after<S extends z.ZodType, O>(actor: Actor, verb: Action<S, O>, input: z.input<S>): Promise<SentMail[]>;
}
export interface SentMail {
  to: string;
  template: string;
  subject: string;
  text: string;
  html: string;
  locale: string;
  reply_to: string | null;
  message_id: string;
  reference_ids: string[];
  in_reply_to: string | null;
  automatic: boolean;
  from_name: string;
  state: string;
  attachments: unknown;
  next_attempt_at: Date | null;
}

/** A desk with its people, where nothing has happened yet. */
export const openScene = async (): Promise<EffectScene> => {
  const connection = await freshDb();
  const context = await testContext(connection);
  const cast = await castOf(context.db);
  const eventIds = async () =>
    (await context.db.selectFrom("events").select("id").orderBy("id").execute()).map(({ id }) => id);
  const mailIds = async () =>
    (await context.db.selectFrom("outgoing_mails").select("id").execute()).map(({ id }) => id);
  return {
    ...cast,
    context,
    async after(actor, verb, input) {
      const before = new Set(await eventIds());
      const known = await mailIds();
      await act(context.db, actor, verb, input);
      for (const id of (await eventIds()).filter((each) => !before.has(each))) {
        const event = await getEvent(context.db, id);
        // Each twice, as after a crash: nothing may be sent twice.
        for (const effect of [...(ticketEffects[event.name] ?? []), ...(ticketEffects[event.name] ?? [])])
          await effect.run(context, event);
      }
      const mails = await context.db
        .selectFrom("outgoing_mails")
        .selectAll()
        .$if(known.length > 0, (query) => query.where("id", "not in", known))
        .orderBy("id")
        .execute();
      return mails.map((mail) => ({ ...mail, to: mail.to_address }));
    },
  };
};

export const printer = { subject: "Printer at gate 3", text: "It beeps." };

/** Which letter went to whom. */
export const outline = (mails: SentMail[]) => mails.map(({ to, template }) => `${template} to ${to}`).toSorted();
