-- What has to be done for a ticket, for the desk only.
create table ticket_tasks (
  id bigint generated always as identity primary key,
  ticket_id bigint not null references tickets,
  title text not null,
  assignee_id bigint references people,
  due_on date,
  added_at timestamptz not null,
  added_by bigint references people,
  done_at timestamptz,
  done_by bigint references people
);
create index ticket_tasks_by_ticket on ticket_tasks (ticket_id, id);
create index ticket_tasks_open on ticket_tasks (assignee_id, due_on) where done_at is null;
