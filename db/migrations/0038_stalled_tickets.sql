
-- When the desk was told that the ticket stays quiet but does not close by itself, because it lacks what its type demands.
alter table tickets add column stalled_at timestamptz;
