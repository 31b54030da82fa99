import type pg from "pg";

/**
 * What `reset` needs, put into the template that all test databases are cloned from: the rows that migrations wrote,
 * where the sequences stood, and a note whether somebody changed the schema. Needs a superuser, as both do.
 */
export const prepareReset = async (pool: pg.Pool): Promise<void> => {
  await pool.query(`
    create schema test_reset;
    create table test_reset.seeds (target regclass not null, columns text not null, copy regclass not null);
    create table test_reset.sequences (sequence regclass not null, value bigint not null, is_called boolean not null);
    create table test_reset.schema_changes (command text not null);

    -- The queue's workers remember their tasks' ids for as long as they run: those stay.
    create view test_reset.tables as
      select oid::regclass as name from pg_class
      where relkind = 'r' and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
        and oid <> 'graphile_worker._private_tasks'::regclass;

    do $$
    declare
      t regclass;
      s record;
    begin
      for t in select name from test_reset.tables where pg_relation_size(name) > 0 loop
        execute format('create table test_reset.%I as table %s', 'seed_' || t::oid, t);
        insert into test_reset.seeds
          select t, string_agg(quote_ident(attname), ', ' order by attnum), format('test_reset.%I', 'seed_' || t::oid)
          from pg_attribute where attrelid = t and attnum > 0 and not attisdropped and attgenerated = '';
      end loop;
      for s in
        select oid::regclass as name from pg_class
        where relkind = 'S' and relnamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace)
          and oid <> pg_get_serial_sequence('graphile_worker._private_tasks', 'id')::regclass
      loop
        execute format('insert into test_reset.sequences select %L, last_value, is_called from %s', s.name, s.name);
      end loop;
    end $$;

    create function test_reset.restore() returns void language plpgsql as $$
    declare
      t regclass;
      s record;
    begin
      -- No triggers: what may only be added to is emptied too, and nothing is checked twice.
      set local session_replication_role = replica;
      for t in select name from test_reset.tables where pg_relation_size(name) > 0 loop
        execute format('delete from %s', t);
      end loop;
      for s in select * from test_reset.seeds loop
        execute format('insert into %s (%s) overriding system value select %s from %s',
          s.target, s.columns, s.columns, s.copy);
      end loop;
      perform setval(sequence, value, is_called) from test_reset.sequences;
    end $$;

    create function test_reset.note() returns event_trigger language plpgsql as $$
    begin
      insert into test_reset.schema_changes values (tg_tag);
    end $$;
    create event trigger test_reset on ddl_command_end execute function test_reset.note();
    create event trigger test_reset_drop on sql_drop execute function test_reset.note();
  `);
};

/**
 * Brings a test's database back to what it was when it was cloned, in a few milliseconds. False when that is not
 * possible: somebody still uses it, or changed its schema.
 */
export const reset = async (pool: pg.Pool): Promise<boolean> => {
  // A test may have closed the connections itself, to see what a missing database does.
  if (pool.ended || pool.totalCount !== pool.idleCount || pool.waitingCount > 0) return false;
  const { rows: kept } = await pool.query("select where to_regclass('test_reset.schema_changes') is not null");
  if (kept.length === 0) return false;
  const { rows } = await pool.query<{ is_used: boolean }>(`
    select exists (
      select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
        and backend_type = 'client backend' and state <> 'idle'
    ) or exists (
      select from pg_locks join pg_database on pg_database.oid = database
      where locktype = 'advisory' and datname = current_database()
    ) or exists (select from test_reset.schema_changes) as is_used`);
  if (rows[0]?.is_used !== false) return false;
  await pool.query("select test_reset.restore()");
  return true;
};
