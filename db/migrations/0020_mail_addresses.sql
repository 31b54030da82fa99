-- The desk's own addresses: mail to any of them comes in, and mails about it leave from the same one.
create table mail_addresses (
  id bigint generated always as identity primary key,
  address text not null,
  -- Who writes from there; empty: the desk's name.
  name text not null default '',
  -- What becomes of a request that comes in here; null: as anywhere else.
  team_id bigint,
  type_id bigint,
  locale text check (locale in ('en', 'de')),
  created_at timestamptz not null,
  -- Still taken in, no longer written from.
  retired_at timestamptz,
  constraint mail_addresses_unique unique (address),
  constraint mail_addresses_lower check (address = lower(address)),
  constraint mail_addresses_team foreign key (team_id) references teams,
  constraint mail_addresses_type foreign key (type_id) references ticket_types
);

-- By which address something came in.
create table mail_address_uses (
  subject_kind text not null,
  subject_id bigint not null,
  address_id bigint not null references mail_addresses,
  primary key (subject_kind, subject_id)
);
create index mail_address_uses_by_address on mail_address_uses (address_id);

-- Mailboxes elsewhere, from which mail for one of these addresses is fetched by IMAP.
create table mailboxes (
  id bigint generated always as identity primary key,
  address_id bigint not null references mail_addresses,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null,
  sign_in text not null check (sign_in in ('password', 'oauth2')),
  -- Password, or client secret and refresh token: encrypted, see docs/decisions/0015.
  sealed_secret text not null,
  token_url text,
  client_id text,
  scope text,
  folder text not null default 'INBOX',
  -- Where fetched messages go; null: they stay, marked as read.
  move_to text,
  paused_at timestamptz,
  created_at timestamptz not null,
  -- Counts changes of the settings, so that whoever fetches notices them.
  version integer not null default 1,
  -- Everything up to here has been kept.
  uid_validity text,
  last_uid bigint,
  fetched_at timestamptz,
  connected_at timestamptz,
  error text,
  error_at timestamptz,
  constraint mailboxes_one_an_address unique (address_id)
);
