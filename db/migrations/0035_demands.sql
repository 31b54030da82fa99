-- Closing can demand that the customer said how it was; needs a rating.
alter table ticket_types add column needs_feedback boolean not null default false;

-- When the customer rated what is resolved or closed now; the rating itself stays when the ticket comes back to work.
alter table tickets add column rated_at timestamptz;
update tickets set rated_at = coalesce(closed_at, status_since) where rating is not null and status in ('resolved', 'closed');
-- When somebody said why the ticket goes without what its type demands of the customer; the reason is in the history.
alter table tickets add column confirmation_waived_at timestamptz;
alter table tickets add column feedback_waived_at timestamptz;
