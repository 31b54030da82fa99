-- Portal access: a person with a row here may sign in. Without one a person exists by mail or telephone only.
create table accounts (
  person_id bigint primary key references people,
  created_at timestamptz not null,
  last_signed_in_at timestamptz
);

-- What somebody proves himself with. The columns are those of better-auth's "account", so that its other ways in
-- (OpenID Connect, SAML) write here too; provider 'credential' is the password.
create table credentials (
  id bigint generated always as identity primary key,
  person_id bigint not null references accounts on delete cascade,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (provider_id, account_id)
);
create index credentials_by_person on credentials (person_id);

create table sessions (
  id bigint generated always as identity primary key,
  -- What the cookie holds, hashed: a copy of the database signs nobody in.
  token text not null unique,
  person_id bigint not null references accounts on delete cascade,
  ip_address text,
  user_agent text,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null
);
create index sessions_by_person on sessions (person_id);
create index sessions_by_end on sessions (expires_at);

-- Links that went out by mail. Used and expired ones stay for a while, so that the page can say what happened.
create table access_links (
  token_hash text primary key,
  person_id bigint not null references people,
  purpose text not null check (purpose in ('set_password', 'sign_in')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index access_links_by_person on access_links (person_id);
create index access_links_by_end on access_links (expires_at);

-- Tries that may be guesses or floods, counted by address and by place.
create table access_attempts (
  id bigint generated always as identity primary key,
  kind text not null,
  -- 'address:cy@example.org' or 'ip:203.0.113.7'
  source text not null,
  at timestamptz not null
);
create index access_attempts_by_source on access_attempts (kind, source, at);
create index access_attempts_by_age on access_attempts (at);
