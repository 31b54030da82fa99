-- Desks of suppliers, to which tickets are passed by mail.
create table suppliers (
  id bigint generated always as identity primary key,
  name text not null,
  mail_address text not null,
  -- Under which they know us; empty where they gave us none.
  customer_number text not null default '',
  -- Of our mails to them.
  locale text not null check (locale in ('en', 'de')),
  retired_at timestamptz
);

-- A ticket at a supplier's desk, with the facts that went there.
create table supplier_passings (
  id bigint generated always as identity primary key,
  supplier_id bigint not null references suppliers,
  ticket_id bigint not null references tickets,
  subject text not null,
  customer_number text not null,
  domain text not null,
  error_picture text not null,
  -- Whether they may contact the end customer. Without that nothing of the contact is sent.
  may_contact boolean not null,
  contact_name text not null,
  contact_email text not null,
  contact_phone text not null,
  -- What customers write later goes there, too.
  sends_answers boolean not null check (may_contact or not sends_answers),
  -- As their mails say it: in the subject, or in header lines where a Tresen is at work there.
  their_number text,
  their_status text,
  passed_by text not null,
  passed_at timestamptz not null,
  ended_at timestamptz
);
create unique index supplier_passings_open on supplier_passings (ticket_id, supplier_id) where ended_at is null;
create index supplier_passings_by_supplier on supplier_passings (supplier_id);

create table supplier_messages (
  id bigint generated always as identity primary key,
  passing_id bigint not null references supplier_passings,
  kind text not null check (kind in ('passed', 'written', 'sent-on', 'told', 'heard', 'automatic')),
  -- Why it was written; of one reason they hear once. Null for what came from them.
  event_id bigint,
  author_name text not null,
  text text not null,
  mail_message_id text not null,
  -- Files that go with it: {name, type, file}; they hang on the ticket's own messages.
  attachments jsonb not null default '[]',
  -- The note at the ticket that says the same.
  note_id bigint references messages,
  at timestamptz not null,
  unique (passing_id, event_id)
);
create index supplier_messages_by_passing on supplier_messages (passing_id, id);
create index supplier_messages_by_mail on supplier_messages (mail_message_id);

-- Header lines of our own, by which two desks keep in step.
alter table outgoing_mails add column headers jsonb not null default '{}';
