
-- A manager's wish for more seats becomes a ticket of this type; of several, of the first that is offered.
alter table ticket_types add column takes_seat_requests boolean not null default false;
update ticket_types set takes_seat_requests = true where key = 'service_request';
