-- When a ticket closes by itself, as its customer was told; an answer and every move make it void.
alter table tickets add column closes_at timestamptz;
create index tickets_by_promised_end on tickets (closes_at) where closes_at is not null;

-- Which steps of its type's procedure are done in a ticket.
create table ticket_steps (
  ticket_id bigint not null references tickets,
  stage text not null,
  step text not null,
  done_by bigint references people,
  done_at timestamptz not null,
  primary key (ticket_id, stage, step)
);

-- That a customer let us into one of his environments. It is his to take back, and ours to remind him.
create table ticket_accesses (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets,
  environment text not null check (environment <> ''),
  granted_by bigint references people,
  granted_at timestamptz not null,
  ended_by bigint references people,
  ended_at timestamptz
);
create index ticket_accesses_by_ticket on ticket_accesses (ticket_id);
