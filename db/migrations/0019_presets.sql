-- Which ways of working a desk was set up for. Everything that they set can be changed since.
create table preset_choices (
  key text primary key,
  chosen_at timestamptz not null,
  chosen_by bigint references people
);
