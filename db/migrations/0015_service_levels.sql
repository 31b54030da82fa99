-- What is promised: until when the first message and every later one is answered and the matter is solved. A promise is never
-- changed; another one takes its place, so that past deadlines can be explained.
create table service_level_targets (
  id bigint generated always as identity primary key,
  -- For whom: null fits every package, every type, every priority.
  package_id bigint references care_packages,
  type_id bigint references ticket_types,
  priority text check (priority in ('low', 'medium', 'high', 'blocker')),
  -- In business minutes; null promises nothing.
  first_response_minutes int check (first_response_minutes > 0),
  next_response_minutes int check (next_response_minutes > 0),
  resolution_minutes int check (resolution_minutes > 0),
  -- Null: the calendar of the ticket's team, or else the default one.
  calendar_id bigint references calendars,
  -- How long before the deadline somebody is warned.
  warn_minutes int check (warn_minutes > 0),
  warn_percent int check (warn_percent between 1 and 99),
  since timestamptz not null,
  -- Null: still in force.
  until timestamptz check (until >= since),
  check (num_nonnulls(first_response_minutes, next_response_minutes, resolution_minutes) > 0),
  check (num_nonnulls(warn_minutes, warn_percent) <= 1)
);
create unique index service_level_targets_in_force on service_level_targets (package_id, type_id, priority) nulls not distinct
  where until is null;
create index service_level_targets_by_package on service_level_targets (package_id);
create index service_level_targets_by_type on service_level_targets (type_id);
create index service_level_targets_by_calendar on service_level_targets (calendar_id);

-- A ticket's clocks: the first answer, each later one, the solution. Computed from its history whenever something changes; kept here
-- for lists, warnings and reports.
create table ticket_clocks (
  ticket_id bigint not null references tickets,
  kind text not null check (kind in ('first_response', 'next_response', 'resolution')),
  -- Counts a customer's later messages that waited for an answer.
  round int not null,
  target_id bigint not null references service_level_targets,
  target_minutes int not null,
  started_at timestamptz not null,
  pace text not null check (pace in ('counting', 'paused', 'over')),
  -- Null while it is paused, and when it ended in time.
  due_at timestamptz,
  warn_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('met', 'missed', 'dropped')),
  -- In business minutes; of a clock that counts, up to the ticket's last change.
  used_minutes int not null,
  -- When those responsible were told.
  warned_at timestamptz,
  breached_at timestamptz,
  primary key (ticket_id, kind, round)
);
create index ticket_clocks_by_target on ticket_clocks (target_id);
create index ticket_clocks_to_warn on ticket_clocks (warn_at) where ended_at is null and warned_at is null;
create index ticket_clocks_to_breach on ticket_clocks (due_at) where ended_at is null and breached_at is null;

-- The clock that is due first; without a time while it is paused.
alter table tickets
  add column due_kind text check (due_kind in ('first_response', 'next_response', 'resolution')),
  add column due_at timestamptz,
  add column due_warn_at timestamptz;
create index tickets_by_due on tickets (coalesce(due_at, timestamptz '9999-01-01 00:00:00+00'), id);
