-- Merged, but customers of either ticket see nothing of the other.
alter table tickets add column merged_apart boolean not null default false;

-- Words that were split off into a ticket of their own stay where they were said; this row is the other ticket's.
alter table messages add column copy_of bigint references messages;
create index messages_by_original on messages (copy_of) where copy_of is not null;

alter table ticket_links drop constraint ticket_links_kind_check;
alter table ticket_links
  add constraint ticket_links_kind_check check (kind in ('related', 'duplicate', 'technical', 'follow_up', 'split'));
