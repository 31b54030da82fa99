import { sql, type Selectable } from "kysely";
import { z } from "zod";
import { personIdOf, type Actor } from "./actor.ts";
import type { Context } from "./context.ts";
import type { Reader, Tx } from "./db/db.ts";
import type { EventsTable } from "./db/schema.ts";
import { enqueue, enqueuing, job, type Job } from "./jobs.ts";
import { waking } from "./live.ts";
import { now } from "./time.ts";

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** What a feature's constructors (`ticketResolved(…)`) make: something that has happened, in the past tense. */
export interface NewEvent {
  name: string;
  subject: { kind: string; id: number };
  payload?: Record<string, Json>;
  /** Live topics to wake beside `kind:id`, e.g. `["queue"]`. */
  topics?: readonly string[];
}

export interface StoredEvent {
  id: number;
  at: Date;
  name: string;
  subject: { kind: string; id: number };
  actor: { kind: Actor["kind"]; id: number | null; name: string };
  payload: Record<string, Json>;
}

/** What follows from an event once it is committed. Runs as a job of its own: retried alone, never twice at once. */
export interface Effect {
  /** `feature.what-it-does`, unique; it names the job in logs. */
  name: string;
  run(context: Context, event: StoredEvent): Promise<void>;
}

/** For every event name its effects; an event without any says so with an empty list. */
export type Effects = Readonly<Record<string, readonly Effect[]>>;

const nameOf = (actor: Actor): string => (actor.kind === "visitor" ? "" : actor.name);

/** Writes the event and the job that delivers it, in the transaction of the change. Returns the event's id. */
export const record = async (tx: Tx, actor: Actor, event: NewEvent): Promise<number> => {
  const { id } = await tx
    .insertInto("events")
    .values({
      at: now(),
      name: event.name,
      subject_kind: event.subject.kind,
      subject_id: event.subject.id,
      actor_kind: actor.kind,
      actor_id: personIdOf(actor),
      actor_name: nameOf(actor),
      payload: sql`${JSON.stringify(event.payload ?? {})}::jsonb`,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const topics = [`${event.subject.kind}:${event.subject.id}`, ...(event.topics ?? [])];
  await sql`select ${enqueuing(dispatchName, { eventId: id })}, ${waking(topics)}`.execute(tx);
  return id;
};

export const getEvent = async (db: Reader, id: number): Promise<StoredEvent> =>
  eventOf(await db.selectFrom("events").selectAll().where("id", "=", id).executeTakeFirstOrThrow());

/** Everything that has happened to the subject, oldest first. */
export const listEvents = async (db: Reader, subject: { kind: string; id: number }): Promise<StoredEvent[]> => {
  const rows = await db
    .selectFrom("events")
    .selectAll()
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .orderBy("id")
    .execute();
  return rows.map(eventOf);
};

/** The same for several subjects of a kind, by their ids; nothing of a subject to which nothing has happened. */
export const listEventsOf = async (
  db: Reader,
  kind: string,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StoredEvent[]>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("events")
    .selectAll()
    .where("subject_kind", "=", kind)
    .where("subject_id", "in", [...ids])
    .orderBy("id")
    .execute();
  return Map.groupBy(rows.map(eventOf), ({ subject }) => subject.id);
};

/** The last things that have happened to the subject, newest first. */
export const listLatestEvents = async (
  db: Reader,
  subject: { kind: string; id: number },
  limit: number,
): Promise<StoredEvent[]> => {
  const rows = await db
    .selectFrom("events")
    .selectAll()
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(eventOf);
};

export interface EventQuery {
  /** Kinds of subjects; of some only these events. */
  kinds: readonly { kind: string; names?: readonly string[] | undefined }[];
  subjectId?: number | undefined;
  /** Who did it: a person's id, or 0 for what nobody did who is known by one. */
  actorId?: number | undefined;
}

/** One page of what has happened to these kinds of things, newest first, and how much there is in all. */
export const searchEvents = async (
  db: Reader,
  query: EventQuery,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ events: StoredEvent[]; total: number }> => {
  const found = db.selectFrom("events").where(matching(query));
  const rows = await found.selectAll().orderBy("id", "desc").offset(offset).limit(limit).execute();
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  return { events: rows.map(eventOf), total };
};

/** Everybody who has done something to these kinds of things, under the name that he had last. */
export const listActors = async (db: Reader, kinds: EventQuery["kinds"]): Promise<{ id: number; name: string }[]> => {
  const rows = await db
    .selectFrom("events")
    .select(["actor_id", "actor_name"])
    .distinctOn("actor_id")
    .where(matching({ kinds }))
    .where("actor_id", "is not", null)
    .orderBy("actor_id")
    .orderBy("id", "desc")
    .execute();
  return rows.flatMap(({ actor_id: id, actor_name: name }) => (id === null ? [] : [{ id, name }]));
};

const matching = ({ kinds, subjectId, actorId }: EventQuery) => {
  const wanted = kinds.map(({ kind, names }) =>
    names === undefined
      ? sql<boolean>`subject_kind = ${kind}`
      : sql<boolean>`(subject_kind = ${kind} and name = any(${[...names]}))`,
  );
  const parts = [
    wanted.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(wanted, sql` or `)})`,
    ...(subjectId === undefined ? [] : [sql<boolean>`subject_id = ${subjectId}`]),
    ...(actorId === undefined
      ? []
      : [actorId === 0 ? sql<boolean>`actor_id is null` : sql<boolean>`actor_id = ${actorId}`]),
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
};

/** Whether one of the events has ever happened. */
export const hasHappened = async (db: Reader, names: readonly string[]): Promise<boolean> => {
  const row = await db.selectFrom("events").select("id").where("name", "in", names).limit(1).executeTakeFirst();
  return row !== undefined;
};

/** Whether a setting of things of the kind ever changed from the value, or to it. Reads their whole history. */
export const hasChanged = async (
  db: Reader,
  { kind, setting, value }: { kind: string; setting: string; value: Json },
): Promise<boolean> => {
  const changed = (side: "from" | "to") =>
    sql<boolean>`payload @> ${JSON.stringify({ changes: { [setting]: { [side]: value } } })}::jsonb`;
  const row = await db
    .selectFrom("events")
    .select("id")
    .where("subject_kind", "=", kind)
    .where((where) => where.or([changed("from"), changed("to")]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

const eventOf = (row: Selectable<EventsTable>): StoredEvent => ({
  id: row.id,
  at: row.at,
  name: row.name,
  subject: { kind: row.subject_kind, id: row.subject_id },
  actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
  payload: row.payload as Record<string, Json>,
});

const dispatchName = "events.dispatch";
const effectName = "events.effect";

/** The two jobs that carry events to their effects: one fans out, the other runs a single effect. */
export const eventJobs = (effects: Effects): readonly Job[] => [
  job({
    name: dispatchName,
    payload: z.object({ eventId: z.number() }),
    async run({ db }, { eventId }) {
      const event = await getEvent(db, eventId);
      for (const effect of effects[event.name] ?? [])
        await enqueue(db, effectName, { eventId, effect: effect.name }, { key: `effect ${eventId} ${effect.name}` });
    },
  }),
  job({
    name: effectName,
    payload: z.object({ eventId: z.number(), effect: z.string() }),
    async run(context, { eventId, effect: name }) {
      const event = await getEvent(context.db, eventId);
      const effect = effects[event.name]?.find((candidate) => candidate.name === name);
      // An effect that an update has removed is over; its job has nothing left to do.
      if (effect) await effect.run(context, event);
      else context.log.warn({ effect: name, event: event.name }, "effect no longer exists");
    },
  }),
];
