import type pg from "pg";

/** What a database consists of, read from its own catalog, so that no pg_dump is needed. Everything is sorted by name. */
export interface Catalog {
  extensions: string[];
  enums: EnumType[];
  domains: DomainType[];
  sequences: string[];
  tables: Table[];
  views: View[];
  /** Whole `create function` statements. */
  functions: string[];
}

export interface EnumType {
  name: string;
  labels: string[];
}

export interface DomainType {
  name: string;
  type: string;
  notNull: boolean;
  checks: string[];
}

export interface Column {
  name: string;
  /** As in a `create table`: `character varying(80)`, `text[]`. */
  type: string;
  notNull: boolean;
  /** The expression of the default, or of a generated column. */
  expression: string | null;
  identity: "always" | "by default" | null;
  /** Of an identity column's sequence, where they are not the usual ones: `start with 1000`. */
  sequenceOptions: string | null;
  isGenerated: boolean;
  collation: string | null;
  comment: string | null;
}

export interface Constraint {
  name: string;
  kind: "primary key" | "unique" | "foreign key" | "check" | "exclusion";
  definition: string;
  columns: string[];
}

export interface Table {
  name: string;
  isUnlogged: boolean;
  /** `RANGE (created_at)` of a partitioned table. */
  partitionKey: string | null;
  /** Parent and bounds of a partition. */
  partitionOf: string | null;
  options: string[];
  hasRowSecurity: boolean;
  comment: string | null;
  columns: Column[];
  constraints: Constraint[];
  /** Statements: indexes that no constraint makes, triggers, policies. */
  indexes: string[];
  triggers: string[];
  policies: string[];
}

export interface View {
  name: string;
  isMaterialized: boolean;
  definition: string;
  columns: Column[];
  indexes: string[];
}

/**
 * Reads the catalog of everything outside PostgreSQL's own schemas and `graphile_worker`, which migrates itself.
 * What belongs to an extension is left out; the extension is named.
 */
export const readCatalog = async (pool: pg.Pool): Promise<Catalog> => {
  const client = await pool.connect();
  try {
    await client.query("begin transaction read only");
    // pg_get_…def leaves out schemas that are on the path and prints times in the session's zone and style;
    // fixed, the text is the same everywhere.
    await client.query("set local search_path = public; set local timezone = 'UTC'; set local datestyle = 'ISO';");
    await client.query("set local intervalstyle = 'postgres'; set local extra_float_digits = 1");
    const rows = async <T>(query: string): Promise<T[]> => (await client.query(query)).rows as T[];
    const catalog = await readAll(rows);
    await client.query("commit");
    return catalog;
  } finally {
    client.release();
  }
};

type Rows = <T>(query: string) => Promise<T[]>;

const readAll = async (rows: Rows): Promise<Catalog> => {
  const columns = byRelation(await rows<Column & OfRelation>(columnQuery));
  const constraints = byRelation(await rows<Constraint & OfRelation>(constraintQuery));
  const indexes = definitions(await rows<Definition>(indexQuery));
  const triggers = definitions(await rows<Definition>(triggerQuery));
  const policies = definitions(await rows<Definition>(policyQuery));
  const tables = await rows<Omit<Table, "columns" | "constraints" | "indexes" | "triggers" | "policies">>(tableQuery);
  const views = await rows<Omit<View, "columns" | "indexes">>(viewQuery);
  return {
    extensions: (await rows<{ name: string }>(extensionQuery)).map(({ name }) => name),
    enums: await rows<EnumType>(enumQuery),
    domains: await rows<DomainType>(domainQuery),
    sequences: (await rows<{ name: string }>(sequenceQuery)).map(({ name }) => name),
    tables: tables.map((table) => ({
      ...table,
      columns: columns(table.name),
      constraints: constraints(table.name),
      indexes: indexes(table.name),
      triggers: triggers(table.name),
      policies: policies(table.name),
    })),
    views: views.map((view) => ({ ...view, columns: columns(view.name), indexes: indexes(view.name) })),
    functions: (await rows<{ definition: string }>(functionQuery)).map(({ definition }) => definition),
  };
};

interface OfRelation {
  relation: string;
}
interface Definition extends OfRelation {
  definition: string;
}

const byRelation =
  <T extends OfRelation>(rows: T[]) =>
  (relation: string): Omit<T, "relation">[] =>
    rows.filter((row) => row.relation === relation).map(({ relation: _, ...rest }) => rest);

const definitions = (rows: Definition[]) => (relation: string) =>
  rows.filter((row) => row.relation === relation).map(({ definition }) => definition);

// Columns of type "name" sort bytewise in every database. `oid::regclass::text` and format_type() quote names where needed and leave `public` out, as the path says.
const isOurs = (oid: string, catalog: string, namespace: string) => `
  ${namespace} not in (select oid from pg_namespace
    where nspname in ('pg_catalog', 'information_schema', 'graphile_worker', 'pg_toast') or nspname like 'pg_temp%')
  and not exists (select from pg_depend
    where deptype = 'e' and classid = '${catalog}'::regclass and objid = ${oid})`;

const extensionQuery = `select extname as name from pg_extension where extname <> 'plpgsql' order by extname`;

const enumQuery = `
  select t.oid::regtype::text as name,
    (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = t.oid) as labels
  from pg_type t where t.typtype = 'e' and ${isOurs("t.oid", "pg_type", "t.typnamespace")}
  order by t.typname`;

const domainQuery = `
  select t.oid::regtype::text as name, format_type(t.typbasetype, t.typtypmod) as type, t.typnotnull as "notNull",
    coalesce((select array_agg(pg_get_constraintdef(c.oid, true) order by c.conname)
      from pg_constraint c where c.contypid = t.oid and c.contype = 'c'), '{}') as checks
  from pg_type t where t.typtype = 'd' and ${isOurs("t.oid", "pg_type", "t.typnamespace")}
  order by t.typname`;

const sequenceOptions = `nullif(trim(
    case when s.seqstart <> 1 then 'start with ' || s.seqstart else '' end ||
    case when s.seqincrement <> 1 then ' increment by ' || s.seqincrement else '' end ||
    case when s.seqcycle then ' cycle' else '' end), '')`;

// Those of identity columns (deptype i) come with their column.
const sequenceQuery = `
  select concat_ws(' ', c.oid::regclass::text, 'as', format_type(s.seqtypid, null), ${sequenceOptions}) as name
  from pg_class c join pg_sequence s on s.seqrelid = c.oid
  where ${isOurs("c.oid", "pg_class", "c.relnamespace")}
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'i')
  order by c.relname`;

const tableQuery = `
  select c.oid::regclass::text as name, c.relpersistence = 'u' as "isUnlogged",
    pg_get_partkeydef(c.oid) as "partitionKey",
    (select i.inhparent::regclass::text || ' ' || pg_get_expr(c.relpartbound, c.oid)
      from pg_inherits i where i.inhrelid = c.oid and c.relispartition) as "partitionOf",
    coalesce(c.reloptions, '{}') as options, c.relrowsecurity as "hasRowSecurity",
    obj_description(c.oid, 'pg_class') as comment
  from pg_class c where c.relkind in ('r', 'p') and ${isOurs("c.oid", "pg_class", "c.relnamespace")}
  order by c.relname`;

const columnQuery = `
  select a.attrelid::regclass::text as relation, quote_ident(a.attname) as name,
    format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "notNull",
    pg_get_expr(d.adbin, d.adrelid, true) as expression,
    case a.attidentity when 'a' then 'always' when 'd' then 'by default' end as identity,
    (select ${sequenceOptions} from pg_sequence s
      where s.seqrelid = pg_get_serial_sequence(a.attrelid::regclass::text, a.attname)::regclass) as "sequenceOptions",
    a.attgenerated <> '' as "isGenerated",
    case when a.attcollation <> t.typcollation then quote_ident(l.collname) end as collation,
    col_description(a.attrelid, a.attnum) as comment
  from pg_attribute a
  join pg_class c on c.oid = a.attrelid
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  left join pg_collation l on l.oid = a.attcollation
  where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm')
    and ${isOurs("c.oid", "pg_class", "c.relnamespace")}
  order by a.attnum`;

// From version 18 on, "not null" is a constraint with a name as well (contype n); the column says it already.
const constraintQuery = `
  select c.conrelid::regclass::text as relation, quote_ident(c.conname) as name,
    case c.contype when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key'
      when 'c' then 'check' else 'exclusion' end as kind,
    pg_get_constraintdef(c.oid, true) as definition,
    coalesce((select array_agg(quote_ident(a.attname) order by k.position)
      from unnest(c.conkey) with ordinality as k(attnum, position)
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.attnum), '{}') as columns
  from pg_constraint c
  where c.conrelid <> 0 and c.contype in ('p', 'u', 'f', 'c', 'x') and c.conparentid = 0
    and ${isOurs("c.conrelid", "pg_class", "c.connamespace")}
  order by array_position(array['p', 'u', 'x', 'c', 'f'], c.contype::text), c.conname`;

const indexQuery = `
  select i.indrelid::regclass::text as relation, pg_get_indexdef(i.indexrelid, 0, true) as definition
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where ${isOurs("i.indexrelid", "pg_class", "c.relnamespace")}
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
    and not c.relispartition
  order by c.relname`;

const triggerQuery = `
  select t.tgrelid::regclass::text as relation,
    pg_get_triggerdef(t.oid, true) || case t.tgenabled when 'D' then ' /* disabled */' else '' end as definition
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where not t.tgisinternal and ${isOurs("c.oid", "pg_class", "c.relnamespace")}
  order by t.tgname`;

const policyQuery = `
  select format('%I.%I', schemaname, tablename)::regclass::text as relation,
    format('CREATE POLICY %I ON %I AS %s FOR %s TO %s', policyname, tablename, permissive, cmd, array_to_string(roles, ', '))
      || coalesce(' USING (' || qual || ')', '') || coalesce(' WITH CHECK (' || with_check || ')', '') as definition
  from pg_policies order by policyname`;

const viewQuery = `
  select c.oid::regclass::text as name, c.relkind = 'm' as "isMaterialized", pg_get_viewdef(c.oid, true) as definition
  from pg_class c where c.relkind in ('v', 'm') and ${isOurs("c.oid", "pg_class", "c.relnamespace")}
  order by c.relname`;

const functionQuery = `
  select pg_get_functiondef(p.oid) as definition
  from pg_proc p where p.prokind <> 'a' and ${isOurs("p.oid", "pg_proc", "p.pronamespace")}
  order by p.oid::regprocedure::text`;
