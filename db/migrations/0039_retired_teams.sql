
-- Not offered any more; its tickets keep it until somebody moves them.
alter table teams add column retired_at timestamptz;
