-- What every feature stands on: the event log, receipts of actions, and forms that arrived without a session.

create table events (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  name text not null,
  subject_kind text not null,
  subject_id bigint not null,
  actor_kind text not null check (actor_kind in ('visitor', 'customer', 'agent', 'system')),
  actor_id bigint,
  actor_name text not null,
  payload jsonb not null default '{}'
);
create index events_by_subject on events (subject_kind, subject_id, id);

-- One row for each action that was sent with a key, so that a double click or a repeated request acts once.
create table receipts (
  key text primary key,
  action text not null,
  output jsonb,
  at timestamptz not null
);
create index receipts_by_age on receipts (at);

-- A form whose sender was no longer signed in; handed back after signing in, nothing typed is lost.
create table held_forms (
  token text primary key,
  path text not null,
  fields jsonb not null,
  at timestamptz not null
);
create index held_forms_by_age on held_forms (at);
