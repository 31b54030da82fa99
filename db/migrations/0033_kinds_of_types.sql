-- What tickets of a type are: what somebody asks for, or work of technical support for which such tickets wait.
alter table ticket_types add column kind text not null default 'request' check (kind in ('request', 'technical'));
update ticket_types set kind = 'technical' where key = 'technical';
