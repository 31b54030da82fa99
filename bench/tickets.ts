/**
 * How long the desk's lists, counts and searches take with many tickets: `node bench/tickets.ts [tickets]`, by
 * default 100,000. Makes a database of its own in a temporary folder, fills it with words as they are distributed in
 * real text, and prints the median and slowest of 15 runs each.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { parseFilter } from "../src/features/tickets/filter.ts";
import { countTickets, listTickets } from "../src/features/tickets/store/lists.ts";
import type { Actor, Customer } from "../src/platform/actor.ts";
import { connect, type Db, type Tx } from "../src/platform/db/db.ts";
import { startEmbedded } from "../src/platform/db/embedded.ts";
import { migrate } from "../src/platform/db/migrate.ts";

const many = Number(process.argv[2] ?? 100_000);
const people = Math.max(100, Math.round(many / 20));

const fill = async (db: Tx): Promise<void> => {
  await sql`set local statement_timeout = 0`.execute(db);
  await sql`insert into people (name, email, locale, time_zone, role, created_at)
    select 'Person ' || n, 'p' || n || '@example.org', 'de', 'Europe/Berlin',
      case when n <= 20 then 'member' else 'customer' end, now()
    from generate_series(1, ${people}::int) n`.execute(db);
  await sql`insert into organisations (name, created_at)
    select 'Organisation ' || n, now() from generate_series(1, greatest(1, ${people}::int / 10)) n`.execute(db);
  // One ticket in a hundred is still unfinished; activity is spread over five years.
  await sql`insert into tickets (number, type_id, subject, status, priority, channel, requester_id, organisation_id,
      opened_at, submitted_at, last_activity_at, last_public_at, status_since, closed_at)
    select 10000 + n, 1 + n % 3, ${wordsSql(sql`n`, 6)},
      case when n % 100 = 0 then (array['open', 'assigned', 'in_progress', 'waiting'])[1 + n / 100 % 4] else 'closed' end,
      (array['low', 'medium', 'high'])[1 + n % 3], 'portal', 21 + n % (${people}::int - 20),
      1 + n % greatest(1, ${people}::int / 10), at, at, at, at, at, case when n % 100 = 0 then null else at end
    from generate_series(1, ${many}::int) n, lateral (select now() - interval '5 years' * (1 - n / ${many}::float8)) t(at)`.execute(
    db,
  );
  await sql`insert into ticket_assignees (ticket_id, person_id, assigned_at)
    select id, 1 + id % 20, now() from tickets where status in ('assigned', 'in_progress')`.execute(db);
  await sql`insert into events (at, name, subject_kind, subject_id, actor_kind, actor_name)
    select opened_at, 'ticket.opened', 'ticket', id, 'customer', '' from tickets`.execute(db);
  await sql`insert into messages (ticket_id, event_id, kind, internal, side, author_name, channel, text, at)
    select subject_id, id, 'public', false, 'customer', '', 'portal', ${wordsSql(sql`id`, 40)}, at from events`.execute(
    db,
  );
  await sql`insert into ticket_words (ticket_id, desk, customers)
    select id, words, words from (
      select tickets.id, strip(to_tsvector('german', number || ' ' || subject || ' ' || text)
        || to_tsvector('english', text)) as words
      from tickets join messages on ticket_id = tickets.id
    ) as said`.execute(db);
};

/** So many words from a made-up dictionary of 20,000, in which the first are by far the most frequent. */
const wordsSql = (seed: ReturnType<typeof sql>, count: number) => sql`(
  select string_agg('wort' || floor(20000 * power(random(), 4))::int, ' ')
  from generate_series(1, ${count}::int) w where ${seed} is not null)`;

const measure = async (name: string, run: () => Promise<unknown>): Promise<void> => {
  const times: number[] = [];
  for (let round = 0; round < 15; round++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const format = (milliseconds = 0): string => milliseconds.toFixed(1).padStart(8);
  console.log(`${format(times[7])} ms  ${format(times[14])} ms at most  ${name}`);
};

const reading = { locale: "de", timeZone: "Europe/Berlin", email: null } as const;
const agent: Actor = { kind: "agent", ...reading, personId: 5, name: "Ann", role: "member", teamIds: [] };
const customer: Customer = {
  kind: "customer",
  ...reading,
  personId: 30,
  name: "Cy",
  organisationIds: [10],
  managedOrganisationIds: [],
};

const compare = async (db: Db): Promise<void> => {
  const filter = (query: string) => parseFilter(new URLSearchParams(query));
  const list = (actor: Actor, query: string) =>
    measure(`${actor.kind}: list ?${query}`, () => listTickets(db, actor, { filter: filter(query) }));
  await list(agent, "status=unfinished");
  await list(agent, "status=unfinished&assignee=me");
  await list(agent, "status=unfinished&assignee=none&sort=-priority");
  await list(agent, "");
  await list(agent, "status=closed&sort=-closed");
  await list(agent, "priority=high&sort=opened");
  await list(customer, "relation=own");
  await list(customer, "relation=organisation&status=unfinished");
  await list(customer, "");
  for (const text of ["wort19000", "wort500", "wort5 wort19000", "wort0", "wort19", "10123"])
    await list(agent, `q=${text}`);
  await list(customer, "q=wort5");
  const views = [
    "status=unfinished&assignee=none",
    "status=unfinished&assignee=me",
    "status=unfinished",
    "status=waiting",
    "status=closed",
  ];
  await measure("agent: count five views", () => countTickets(db, agent, views.map(filter)));
  const page = await listTickets(db, agent, { filter: filter(""), size: 50 });
  await measure("agent: second page", () => listTickets(db, agent, { filter: filter(""), cursor: page.next }));
};

const folder = await mkdtemp(join(tmpdir(), "tresen-bench-"));
const database = await startEmbedded({ dataDir: folder, durable: false });
const { db, pool, close } = connect(database.address, 4);
try {
  await migrate(pool, join(import.meta.dirname, "../db/migrations"));
  const began = performance.now();
  await db.transaction().execute(fill);
  await sql`vacuum analyze`.execute(db);
  console.log(`${many} tickets, made in ${Math.round((performance.now() - began) / 1_000)} s`);
  await compare(db);
} finally {
  await close();
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
