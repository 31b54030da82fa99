-- For whom an agent's ticket may be opened instead: the mail that opened it forwards this customer's, but nothing proves
-- that the agent has sent it. Empty again once somebody has decided.
alter table incoming_mails
  add column proposed_name text,
  add column proposed_address text,
  add constraint incoming_mails_proposed_check
    check ((proposed_name is null) = (proposed_address is null));

create index incoming_mails_proposed on incoming_mails (ticket_id) where proposed_address is not null;
