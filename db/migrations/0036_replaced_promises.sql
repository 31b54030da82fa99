-- What was promised instead of it from its end on, so that whoever still has the page of the old promise reaches the new one.
alter table service_level_targets add column replaced_by bigint references service_level_targets (id);
