-- What an organisation has booked: for how many of its members the portal is open, and whether they may call.
create table care_packages (
  id bigint generated always as identity primary key,
  name_en text not null,
  name_de text not null,
  -- Null: as many as there are.
  seats int check (seats > 0),
  has_telephone_support boolean not null default false,
  created_at timestamptz not null,
  -- Organisations that have it keep it; nobody else gets it.
  retired_at timestamptz
);
create unique index care_packages_name_en_key on care_packages (lower(name_en));
create unique index care_packages_name_de_key on care_packages (lower(name_de));

insert into care_packages (name_en, name_de, seats, has_telephone_support, created_at)
values
  ('Basic', 'Basic', 1, false, '2020-01-01'),
  ('Bronze', 'Bronze', 3, false, '2020-01-01'),
  ('Silver', 'Silver', 5, true, '2020-01-01'),
  ('Gold', 'Gold', 10, true, '2020-01-01');

alter table organisations
  add column package_id bigint references care_packages,
  -- A manager has asked for more seats; forgotten when the package changes.
  add column seats_requested_at timestamptz;
create index organisations_by_package on organisations (package_id);

-- Whoever is invited takes a seat until he accepts, declines, or the time is over. He is no member before he accepts,
-- unless an administrator has said so: a member sees what the others ask, and they what he asks.
create table organisation_invitations (
  organisation_id bigint not null references organisations on delete cascade,
  person_id bigint not null references people,
  invited_by bigint references people,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (organisation_id, person_id)
);
create index organisation_invitations_by_person on organisation_invitations (person_id);
create index organisation_invitations_by_end on organisation_invitations (expires_at);

-- Using the link accepts this organisation's invitation.
alter table access_links add column organisation_id bigint references organisations on delete cascade;

alter table teams
  -- Null: the desk's usual one.
  add column calendar_id bigint references calendars,
  -- Who gets what comes to the team and is nobody's yet.
  add column assignee_rule text not null default 'nobody'
    check (assignee_rule in ('nobody', 'round_robin', 'least_busy', 'person')),
  add column assignee_id bigint references people,
  add column last_assignee_id bigint references people,
  add constraint teams_assignee_check check ((assignee_rule = 'person') = (assignee_id is not null));
