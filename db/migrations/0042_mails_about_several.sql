-- One mail may bring the same news about several things: the events beside its own one that it tells of, and whose they are,
-- each at the same place in both. They are of the same kind as what the mail is about.
alter table outgoing_mails
  add column also_event_ids bigint[] not null default '{}',
  add column also_subject_ids bigint[] not null default '{}',
  add constraint outgoing_mails_also_check check (cardinality(also_event_ids) = cardinality(also_subject_ids));

create index outgoing_mails_by_also on outgoing_mails using gin (also_event_ids);
