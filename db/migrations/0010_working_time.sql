-- When the desk works. What a calendar says is kept in versions that are never changed: deadlines that were computed from it can be
-- explained later, and time that has passed counts as it counted then.
create table calendars (
  id bigint generated always as identity primary key,
  name text not null,
  -- For everything that names no other calendar.
  is_default boolean not null default false check (not (is_default and retired_at is not null)),
  created_at timestamptz not null,
  -- Still computed with where it is named, no longer offered.
  retired_at timestamptz
);
create unique index calendars_name_key on calendars (lower(name));
create unique index calendars_default on calendars (is_default) where is_default;

create table calendar_versions (
  calendar_id bigint not null references calendars,
  since timestamptz not null,
  -- IANA name, e.g. 'Europe/Berlin'.
  time_zone text not null,
  -- Whose public holidays are free, e.g. 'DE-BY'.
  region text,
  -- Hours of seven days, Monday first, in minutes since midnight, e.g. [[{"starts": 540, "ends": 1080}], …].
  week jsonb not null check (jsonb_array_length(week) = 7),
  -- Dates that differ, of one year or of every year: [{"on": "12-24", "name": "Heiligabend", "hours": []}].
  special_days jsonb not null default '[]',
  primary key (calendar_id, since)
);

with calendar as (
  insert into calendars (name, is_default, created_at) values ('Standard', true, '2020-01-01') returning id
), day as (
  select '[{"starts": 540, "ends": 1080}]'::jsonb as hours
)
insert into calendar_versions (calendar_id, since, time_zone, region, week)
select id, '2020-01-01', 'Europe/Berlin', 'DE', jsonb_build_array(hours, hours, hours, hours, hours, '[]'::jsonb, '[]'::jsonb)
from calendar, day;
