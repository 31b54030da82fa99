-- Answers that are often needed. A language may be missing: then the other one stands in.
create table canned_answers (
  id bigint generated always as identity primary key,
  title_en text not null,
  title_de text not null,
  text_en text not null,
  text_de text not null,
  position int not null,
  retired_at timestamptz,
  check ((title_en = '') = (text_en = '') and (title_de = '') = (text_de = '')),
  check (title_en <> '' or title_de <> '')
);

-- What a new desk starts with; all of it can be changed, retired or deleted.
insert into canned_answers (title_en, title_de, text_en, text_de, position)
values
  ('Welcome', 'Begrüßung',
   E'Hello {{requester.name}},\n\nthank you for your request #{{ticket.number}}. I am looking into it and will get back to you.\n\nKind regards\n{{agent.name}}',
   E'Guten Tag {{requester.name}},\n\nvielen Dank für Ihre Anfrage #{{ticket.number}}. Ich sehe mir das an und melde mich bei Ihnen.\n\nFreundliche Grüße\n{{agent.name}}',
   1),
  ('More details', 'Rückfrage',
   E'Hello {{requester.name}},\n\nto help you I need a little more: which steps led to the problem, and what exactly did you see? A screenshot helps a lot.\n\nKind regards\n{{agent.name}}',
   E'Guten Tag {{requester.name}},\n\num Ihnen helfen zu können, brauche ich noch etwas mehr: Welche Schritte führten zu dem Problem, und was genau haben Sie gesehen? Ein Screenshot hilft sehr.\n\nFreundliche Grüße\n{{agent.name}}',
   2),
  ('Solved', 'Gelöst',
   E'Hello {{requester.name}},\n\nthis should be solved now. If it is not, just answer this message.\n\nKind regards\n{{agent.name}}',
   E'Guten Tag {{requester.name}},\n\ndas sollte nun gelöst sein. Falls nicht, antworten Sie einfach auf diese Nachricht.\n\nFreundliche Grüße\n{{agent.name}}',
   3);
