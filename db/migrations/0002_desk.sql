-- The desk itself: one row, made by the set-up page.
create table desks (
  id smallint primary key default 1 check (id = 1),
  name text not null,
  locale text not null check (locale in ('en', 'de')),
  time_zone text not null,
  mail_address text not null check (mail_address = lower(mail_address)),
  -- The shortest password that is taken; below 5 nothing protects.
  password_minimum smallint not null default 10 check (password_minimum between 5 and 64),
  -- For buttons, links and the like, on pages and in mails.
  colour text not null default '#00646b' check (colour ~ '^#[0-9a-f]{6}$'),
  -- Who is behind the desk: company, address, register. At the foot of every mail.
  mail_footer text not null default '',
  -- Administrators want to see no longer what is left to do after the set-up.
  next_steps_dismissed_at timestamptz,
  created_at timestamptz not null
);
