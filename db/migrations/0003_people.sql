-- A person exists from the first mail or call on; portal access (a row in accounts) is a further step.
create table people (
  id bigint generated always as identity primary key,
  name text not null,
  email text unique check (email = lower(email)),
  email_verified_at timestamptz,
  phone text,
  role text not null default 'customer' check (role in ('customer', 'member', 'moderator', 'administrator')),
  locale text not null check (locale in ('en', 'de')),
  time_zone text not null,
  created_at timestamptz not null,
  deactivated_at timestamptz
);

create table organisations (
  id bigint generated always as identity primary key,
  name text not null,
  customer_number text unique,
  notes text not null default '',
  created_at timestamptz not null
);

create table organisation_domains (
  domain text primary key check (domain = lower(domain)),
  organisation_id bigint not null references organisations on delete cascade
);
create index organisation_domains_by_organisation on organisation_domains (organisation_id);

create table organisation_members (
  organisation_id bigint not null references organisations on delete cascade,
  person_id bigint not null references people,
  is_manager boolean not null default false,
  joined_at timestamptz not null,
  primary key (organisation_id, person_id)
);
create index organisation_members_by_person on organisation_members (person_id);

create table teams (
  id bigint generated always as identity primary key,
  name text not null unique,
  level text not null default 'first' check (level in ('first', 'second', 'technical')),
  created_at timestamptz not null
);

create table team_members (
  team_id bigint not null references teams on delete cascade,
  person_id bigint not null references people,
  primary key (team_id, person_id)
);
create index team_members_by_person on team_members (person_id);
