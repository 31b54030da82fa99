create table ticket_types (
  id bigint generated always as identity primary key,
  key text not null unique,
  name_en text not null,
  name_de text not null,
  hint_en text not null default '',
  hint_de text not null default '',
  position int not null,
  -- Which of the machine's statuses the type uses. Work begins and ends somewhere, so open and closed always belong to it.
  statuses text[] not null check (statuses @> array['open', 'closed']),
  -- What agents and customers call a status when it is not the usual name, e.g. {"resolved": {"en": "Done", "de": "Fertig"}}.
  status_names jsonb not null default '{}',
  customer_status_names jsonb not null default '{}',
  -- Customers read "open" for these two, unless they are told.
  told_statuses text[] not null default '{}' check (told_statuses <@ array['assigned', 'in_progress']),
  has_priority boolean not null default false,
  -- Without it nothing is left to wait for once a ticket is resolved: it closes at once.
  has_rating boolean not null default false,
  creators text not null default 'everyone' check (creators in ('everyone', 'members', 'agents')),
  -- Members write and change only what they are assigned to.
  only_assignees_write boolean not null default false,
  asks_product text not null default 'no' check (asks_product in ('no', 'optional', 'required')),
  needs_approval boolean not null default false,
  needs_solution boolean not null default false,
  needs_confirmation boolean not null default false,
  reopen_days int not null default 14 check (reopen_days >= 0),
  -- Days of waiting for the customer until he is reminded, and from then on until the ticket closes by itself.
  remind_after_days int check (remind_after_days > 0),
  close_after_days int not null default 5 check (close_after_days > 0),
  close_resolved_after_days int check (close_resolved_after_days > 0),
  team_id bigint references teams,
  retired_at timestamptz
);

-- The questions of a type's form. A field that has answers is retired, not deleted.
create table ticket_type_fields (
  id bigint generated always as identity primary key,
  type_id bigint not null references ticket_types,
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  kind text not null check (kind in ('line', 'text', 'choice', 'choices', 'number', 'date', 'yes_no', 'file')),
  name_en text not null,
  name_de text not null,
  hint_en text not null default '',
  hint_de text not null default '',
  -- E.g. [{"key": "chrome", "en": "Chrome", "de": "Chrome", "isRetired": false}].
  options jsonb not null default '[]',
  required boolean not null default false,
  audience text not null default 'customers' check (audience in ('customers', 'agents')),
  -- Asked only while another field has one of these answers, e.g. {"field": "who", "isAnyOf": ["some"]}.
  condition jsonb,
  position int not null,
  retired_at timestamptz,
  unique (type_id, key)
);

-- The stages of a type's procedure, each with its checklist.
create table ticket_type_stages (
  id bigint generated always as identity primary key,
  type_id bigint not null references ticket_types,
  key text not null check (key ~ '^[a-z][a-z0-9_]*$'),
  name_en text not null,
  name_de text not null,
  -- E.g. [{"key": "reproduced", "en": "Reproduced", "de": "Nachgestellt"}].
  steps jsonb not null default '[]',
  position int not null,
  retired_at timestamptz,
  unique (type_id, key)
);

-- Numbers are gapless: the row is locked and counted up in the transaction that opens the ticket.
create table ticket_numbers (
  id smallint primary key default 1 check (id = 1),
  last bigint not null
);
insert into ticket_numbers (last) values (10000);

create table tickets (
  id bigint generated always as identity primary key,
  number bigint not null unique,
  type_id bigint not null references ticket_types,
  subject text not null,
  status text not null check (
    status in ('draft', 'open', 'assigned', 'in_progress', 'waiting', 'on_hold', 'resolved', 'closed', 'cancelled')
  ),
  priority text check (priority in ('low', 'medium', 'high', 'blocker')),
  visibility text not null default 'public' check (visibility in ('public', 'internal')),
  channel text not null check (channel in ('portal', 'mail', 'telephone', 'widget', 'code', 'api')),
  requester_id bigint not null references people,
  organisation_id bigint references organisations,
  team_id bigint references teams,
  planned_version text,
  result text,
  -- How it was solved, for those who meet it again. The result is what the customer reads.
  solution text,
  -- When the customer said that the solution works.
  confirmed_at timestamptz,
  approval text not null default 'none' check (approval in ('none', 'pending', 'approved', 'declined', 'waived')),
  -- The stage of its type's procedure, by key.
  stage text,
  -- A merged ticket is closed; what is written to it goes to the other. The status is what unmerging restores.
  merged_into bigint references tickets check (merged_into <> id),
  status_before_merge text,
  custom_fields jsonb not null default '{}',
  rating smallint check (rating between 1 and 5),
  follow_up_of bigint references tickets,
  -- Whoever changes the ticket counts this up; a form that was made from an older version is refused.
  version int not null default 1,
  opened_at timestamptz not null,
  opened_by bigint references people,
  -- Null: never submitted, so nobody but the owner knows of it. A draft has its number already, which keeps numbers gapless.
  submitted_at timestamptz check (submitted_at is not null or status in ('draft', 'cancelled', 'closed')),
  last_activity_at timestamptz not null,
  -- The same without what only agents see, for customers' lists.
  last_public_at timestamptz not null,
  last_message_by text not null default 'customer' check (last_message_by in ('customer', 'agent')),
  first_answered_at timestamptz,
  status_since timestamptz not null,
  resolved_at timestamptz,
  closed_at timestamptz
);
create index tickets_by_requester on tickets (requester_id, last_public_at, id);
create index tickets_by_organisation on tickets (organisation_id, last_public_at, id);
create index tickets_by_status on tickets (status, last_activity_at, id);
create index tickets_by_team on tickets (team_id, last_activity_at, id);
create index tickets_by_activity on tickets (last_activity_at, id);
create index tickets_by_opening on tickets (opened_at, id);
create index tickets_by_closing on tickets (coalesce(closed_at, opened_at), id);
create index tickets_unfinished on tickets (last_activity_at, id) where status not in ('closed', 'cancelled');
create index tickets_by_merge on tickets (merged_into) where merged_into is not null;
create index tickets_by_follow_up on tickets (follow_up_of) where follow_up_of is not null;

create table ticket_assignees (
  ticket_id bigint not null references tickets,
  person_id bigint not null references people,
  assigned_at timestamptz not null,
  primary key (ticket_id, person_id)
);
create index ticket_assignees_by_person on ticket_assignees (person_id);

-- CC: people beside the requester who read along and may answer.
create table ticket_participants (
  ticket_id bigint not null references tickets,
  person_id bigint not null references people,
  added_at timestamptz not null,
  primary key (ticket_id, person_id)
);
create index ticket_participants_by_person on ticket_participants (person_id);

create table ticket_tags (
  ticket_id bigint not null references tickets,
  tag text not null check (tag = lower(tag) and tag <> ''),
  primary key (ticket_id, tag)
);
create index ticket_tags_by_tag on ticket_tags (tag);

create table ticket_links (
  ticket_id bigint not null references tickets,
  other_id bigint not null references tickets,
  kind text not null check (kind in ('related', 'duplicate', 'technical', 'follow_up')),
  added_at timestamptz not null,
  primary key (ticket_id, other_id, kind),
  check (ticket_id <> other_id)
);
create index ticket_links_by_other on ticket_links (other_id);

-- Words in the timeline: each belongs to the event that put it there.
create table messages (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets,
  event_id bigint not null unique references events,
  kind text not null check (kind in ('public', 'note', 'update')),
  -- For agents only: every note, some updates, never the conversation.
  internal boolean not null check ((kind <> 'note' or internal) and (kind <> 'public' or not internal)),
  side text not null check (side in ('customer', 'agent')),
  author_id bigint references people,
  author_name text not null,
  channel text not null check (channel in ('portal', 'mail', 'telephone', 'widget', 'code', 'api')),
  text text not null,
  html text,
  -- What an answering mail repeated of earlier messages, and its signature: folded, never lost.
  quoted text not null default '',
  -- The Message-ID by which mail programs know these words, when they came by mail.
  mail_message_id text,
  at timestamptz not null,
  -- An agent's answer can be taken back until then: customers neither see it nor get its mail before.
  held_until timestamptz,
  taken_back_at timestamptz
);
create index messages_by_ticket on messages (ticket_id, id);
create index messages_held on messages (held_until) where held_until is not null and taken_back_at is null;
create index messages_by_mail on messages (mail_message_id) where mail_message_id is not null;

create table attachments (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets,
  message_id bigint not null references messages,
  -- The content's SHA-256 in hexadecimal: where the file store keeps it.
  file text not null,
  name text not null,
  type text not null,
  size bigint not null check (size >= 0),
  content_id text
);
create index attachments_by_message on attachments (message_id);
create index attachments_by_ticket on attachments (ticket_id);
create index attachments_by_file on attachments (file);

-- What a ticket is found by: number, subject, messages, names of files, stemmed in German and English. One row a ticket,
-- so that several words may stand in several messages; beside the ticket, so that its many changes do not touch the index.
create table ticket_words (
  ticket_id bigint primary key references tickets,
  desk tsvector not null,
  -- Without what customers do not see, so that they cannot guess at it by searching.
  customers tsvector not null
);
create index ticket_words_of_desk on ticket_words using gin (desk);
create index ticket_words_of_customers on ticket_words using gin (customers);

-- What somebody is typing: one current row per person, ticket and kind; for a new request one per window, because several
-- can be begun side by side. A row that has ended is kept for a while, so that words which another window overwrote, or
-- which were sent, can be got back.
create table drafts (
  id bigint generated always as identity primary key,
  person_id bigint not null references people,
  ticket_id bigint references tickets,
  kind text not null check (kind in ('public', 'note', 'update', 'new')),
  -- The key of the page that saved it last, random; empty when no page did.
  form_key text not null default '',
  text text not null,
  html text,
  -- The other fields of the form as typed, e.g. {"subject": "Drucker"}.
  fields jsonb not null default '{}',
  -- Stored files, e.g. [{"file": "<sha256>", "name": "bild.png", "type": "image/png", "size": 812}].
  attachments jsonb not null default '[]',
  version int not null default 1,
  saved_at timestamptz not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('sent', 'discarded', 'overwritten')),
  check ((ended_at is null) = (ended_as is null))
);
create unique index drafts_current on drafts (person_id, ticket_id, kind) where ended_at is null and ticket_id is not null;
create unique index drafts_current_new on drafts (person_id, form_key) where ended_at is null and ticket_id is null;
create index drafts_by_person on drafts (person_id, saved_at);
create index drafts_ended on drafts (ended_at) where ended_at is not null;

-- Who has the ticket open, and who is writing: rows with a time to live.
create table ticket_presences (
  ticket_id bigint not null references tickets,
  person_id bigint not null references people,
  writing boolean not null,
  expires_at timestamptz not null,
  primary key (ticket_id, person_id)
);
create index ticket_presences_expired on ticket_presences (expires_at);

create table ticket_views (
  id bigint generated always as identity primary key,
  -- Null: shared with everybody at the desk.
  owner_id bigint references people,
  name_en text not null,
  name_de text not null,
  -- The filter as it stands in the address, e.g. 'status=open&assignee=me&sort=-last_activity'.
  query text not null,
  layout text not null default 'table' check (layout in ('table', 'board')),
  columns text[] not null default '{}',
  position int not null
);
create index ticket_views_by_owner on ticket_views (owner_id, position);
