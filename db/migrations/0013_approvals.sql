-- An approval asks named people to agree to a text. What they decide is sealed: nobody changes or deletes it, not even
-- the program.
create table approvals (
  id bigint generated always as identity primary key,
  -- What it is about, e.g. ('ticket', 17); what that is called, and where those who decide read more.
  about_kind text not null,
  about_id bigint not null,
  title text not null,
  path text not null,
  text text not null,
  -- SHA-256 of the text in UTF-8, in hexadecimal.
  text_hash text not null check (text_hash ~ '^[0-9a-f]{64}$'),
  rule text not null check (rule in ('all', 'any')),
  -- The same reason never asks twice.
  once_key text unique,
  asked_by bigint references people,
  asked_by_name text not null,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  outcome text check (outcome in ('approved', 'declined', 'withdrawn', 'expired')),
  ended_at timestamptz,
  check ((outcome is null) = (ended_at is null))
);
create index approvals_about on approvals (about_kind, about_id, id);
create index approvals_pending on approvals (expires_at) where outcome is null;

create table approval_approvers (
  approval_id bigint not null references approvals,
  person_id bigint not null references people,
  primary key (approval_id, person_id)
);
create index approval_approvers_by_person on approval_approvers (person_id, approval_id);

create table approval_decisions (
  id bigint generated always as identity primary key,
  approval_id bigint not null,
  person_id bigint not null,
  person_name text not null,
  verdict text not null check (verdict in ('approved', 'declined')),
  reason text not null default '' check (verdict = 'approved' or reason <> ''),
  -- Of the text that was decided about.
  text_hash text not null,
  -- portal: signed in; link: by the signed link of the mail; mail: by answering it.
  via text not null check (via in ('portal', 'link', 'mail')),
  at timestamptz not null,
  -- SHA-256 over all of the above, so that whoever holds a copy can prove that nothing was changed.
  seal text not null check (seal ~ '^[0-9a-f]{64}$'),
  unique (approval_id, person_id),
  foreign key (approval_id, person_id) references approval_approvers
);

create function refuse_change_of_sealed_record() returns trigger language plpgsql as $$
begin
  raise exception 'a sealed record is never changed: % of %', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger approval_decisions_are_sealed before update or delete on approval_decisions
  for each row execute function refuse_change_of_sealed_record();
create trigger approval_decisions_are_kept before truncate on approval_decisions
  for each statement execute function refuse_change_of_sealed_record();
create trigger approval_approvers_are_sealed before update or delete on approval_approvers
  for each row execute function refuse_change_of_sealed_record();
create trigger approvals_are_kept before delete on approvals
  for each row execute function refuse_change_of_sealed_record();
-- Only how it ends is written later, and only once.
create trigger approvals_are_sealed before update on approvals
  for each row when (
    old.outcome is not null or
    (new.about_kind, new.about_id, new.title, new.path, new.text, new.text_hash, new.rule, new.asked_by, new.asked_by_name, new.asked_at, new.expires_at)
    is distinct from
    (old.about_kind, old.about_id, old.title, old.path, old.text, old.text_hash, old.rule, old.asked_by, old.asked_by_name, old.asked_at, old.expires_at)
  ) execute function refuse_change_of_sealed_record();
