-- Every message as it arrived, byte for byte, before anything looks at it.
create table incoming_mails (
  id bigint generated always as identity primary key,
  source text not null,
  envelope_from text not null default '',
  envelope_to text[] not null default '{}',
  raw bytea not null,
  -- Source, Message-ID and hash of the content: what a server delivers twice is stored once.
  once_key text not null unique,
  received_at timestamptz not null,
  -- stored: waits to be looked at. ignored: looked at, and nothing follows. failed: could not be filed, somebody has to look.
  state text not null default 'stored' check (state in ('stored', 'filed', 'ignored', 'failed')),
  verdict text,
  reason text,
  error text,
  -- Somebody has read it and wants it filed, whatever the steps think of it.
  filed_anyway boolean not null default false,
  subject text not null default '',
  from_name text not null default '',
  from_address text not null default '',
  message_id text,
  ticket_id bigint references tickets,
  filed_message_id bigint references messages
);
create index incoming_mails_waiting on incoming_mails (received_at) where state = 'stored';
create index incoming_mails_by_sender on incoming_mails (from_address, received_at);
create index incoming_mails_by_ticket on incoming_mails (ticket_id) where ticket_id is not null;
create index incoming_mails_by_message_id on incoming_mails (message_id) where message_id is not null;
