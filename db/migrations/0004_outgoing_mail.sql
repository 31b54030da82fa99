-- The outbox: one row per recipient and mail, written with the change that causes it, sent afterwards by a job.
create table outgoing_mails (
  id bigint generated always as identity primary key,
  template text not null,
  -- The same reason never mails the same person twice: event and recipient, or a token.
  once_key text unique,
  recipient_id bigint references people,
  to_name text not null,
  to_address text not null,
  locale text not null check (locale in ('en', 'de')),
  -- What the mail is about, e.g. ('ticket', 17): shown there, and checked for relevance before sending.
  subject_kind text,
  subject_id bigint,
  event_id bigint references events,
  from_name text not null,
  from_address text not null,
  reply_to text,
  subject text not null,
  text text not null,
  html text not null,
  message_id text not null unique,
  in_reply_to text,
  reference_ids text[] not null default '{}',
  automatic boolean not null default true,
  -- Stored files to attach, e.g. [{"name": "bild.png", "type": "image/png", "file": "<sha256>"}].
  attachments jsonb not null default '[]',
  -- Where the recipient gets no more of these, by one click of his mail program.
  unsubscribe_url text,
  -- kept: there was no mail server to send it through, so it stays in the mailbox in the browser.
  state text not null default 'queued' check (
    state in ('queued', 'sending', 'sent', 'kept', 'failed', 'cancelled', 'bounced', 'withheld')
  ),
  -- Why it was not even tried: mail to the address came back before, or there were too many automatic mails.
  withheld_because text check (withheld_because in ('undeliverable', 'too-many')),
  -- Failed tries since it was queued (again).
  attempts int not null default 0,
  -- The last answer: the mail server's, or why there was none.
  response text,
  created_at timestamptz not null,
  -- queued: not before. sending: whoever sends has to say by then that it still does, or is taken for dead.
  next_attempt_at timestamptz,
  -- Pointless later, e.g. a link that has run out by then.
  expires_at timestamptz,
  sent_at timestamptz
);
create index outgoing_mails_by_subject on outgoing_mails (subject_kind, subject_id, id);
create index outgoing_mails_by_event on outgoing_mails (event_id);
create index outgoing_mails_by_recipient on outgoing_mails (to_address, created_at);
create index outgoing_mails_waiting on outgoing_mails (next_attempt_at) where state in ('queued', 'sending');

-- The subject of the first mail about something to somebody. All later ones carry it too, whatever happens to the
-- thing's own words meanwhile: mail programs tear a conversation apart where the subject changes.
create table mail_threads (
  subject_kind text not null,
  subject_id bigint not null,
  recipient_id bigint not null references people,
  subject text not null,
  primary key (subject_kind, subject_id, recipient_id)
);

-- Every try, with what the mail server said to it.
create table delivery_attempts (
  id bigint generated always as identity primary key,
  mail_id bigint not null references outgoing_mails on delete cascade,
  at timestamptz not null,
  outcome text not null check (outcome in ('sent', 'kept', 'postponed', 'refused', 'interrupted', 'bounced')),
  response text not null
);
create index delivery_attempts_by_mail on delivery_attempts (mail_id, id);

-- Addresses at which mail does not arrive. Nothing more is sent there until somebody takes the row away.
create table undeliverable_addresses (
  address text primary key check (address = lower(address)),
  since timestamptz not null,
  reason text not null,
  mail_id bigint not null references outgoing_mails on delete cascade
);

-- Events that were taken back (undo): whatever is queued for one of them afterwards is not sent either.
create table withdrawn_mail_events (
  event_id bigint primary key references events,
  at timestamptz not null
);
