-- Until when somebody at the desk has read a ticket; messages that came later are new to him.
create table ticket_reads (
  ticket_id bigint not null references tickets,
  person_id bigint not null references people,
  read_at timestamptz not null,
  primary key (ticket_id, person_id)
);
create index ticket_reads_by_person on ticket_reads (person_id);
