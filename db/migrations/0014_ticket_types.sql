-- What stands beside the types: what a priority means, how far development is, and the questions of the shipped forms.
create table ticket_priorities (
  priority text primary key check (priority in ('low', 'medium', 'high', 'blocker')),
  -- When to choose it; stands beside the choice.
  criteria_en text not null,
  criteria_de text not null
);
insert into ticket_priorities (priority, criteria_en, criteria_de)
values
  ('low', 'A question or a wish; work goes on as usual.', 'Eine Frage oder ein Wunsch; die Arbeit geht wie gewohnt weiter.'),
  ('medium', 'Something does not work, but there is a way around it.', 'Etwas funktioniert nicht, aber es geht auch anders.'),
  ('high', 'Something important does not work, and there is no way around it.', 'Etwas Wichtiges funktioniert nicht, und anders geht es nicht.'),
  ('blocker', 'Nothing works: many people cannot work at all.', 'Nichts geht mehr: Viele können gar nicht arbeiten.');

-- How far development is with what a ticket asks for. What a ticket names is retired, not deleted.
create table development_statuses (
  id bigint generated always as identity primary key,
  name_en text not null,
  name_de text not null,
  -- Customers of a ticket that reaches it get a mail.
  mails_customers boolean not null default false,
  position int not null,
  retired_at timestamptz
);
create unique index development_statuses_name_en_key on development_statuses (lower(name_en));
create unique index development_statuses_name_de_key on development_statuses (lower(name_de));
insert into development_statuses (name_en, name_de, mails_customers, position)
values
  ('Backlog', 'Backlog', false, 1),
  ('Planned', 'Planned', false, 2),
  ('In Progress', 'In Progress', true, 3),
  ('Merge & Ship', 'Merge & Ship', true, 4),
  ('Done', 'Done', false, 5);

alter table tickets add column development_status_id bigint references development_statuses;

insert into ticket_type_fields
  (type_id, key, kind, name_en, name_de, hint_en, hint_de, options, required, condition, position)
select ticket_types.id, field.*
from ticket_types,
  (values
    ('error_message', 'yes_no', 'Do you see a red error message?', 'Sehen Sie eine rote Fehlermeldung?',
     '', '', '[]'::jsonb, false, null::jsonb, 1),
    ('har_export', 'file', 'HAR export', 'HAR-Export',
     'Open the developer tools with F12, choose “Network”, load the page again until the error appears, and save with “Export HAR”. Passwords may be in it; send it to nobody but us.',
     'Öffnen Sie mit F12 die Entwicklerwerkzeuge, wählen Sie „Netzwerk“, laden Sie die Seite neu, bis der Fehler erscheint, und speichern Sie mit „HAR exportieren“. Darin können Passwörter stehen; senden Sie die Datei nur an uns.',
     '[]', false, '{"field": "error_message", "isAnyOf": ["yes"]}', 2),
    ('affected', 'choice', 'Who is affected?', 'Wer ist betroffen?', '', '',
     '[{"key": "everybody", "en": "Everybody", "de": "Alle", "isRetired": false},
       {"key": "some_users", "en": "Only some users", "de": "Nur einige Nutzer", "isRetired": false},
       {"key": "unknown", "en": "I do not know", "de": "Das weiß ich nicht", "isRetired": false}]',
     false, null, 3),
    ('affected_users', 'text', 'Which users?', 'Welche Nutzer?', 'Names or addresses, one a line.', 'Namen oder Adressen, je eine Zeile.',
     '[]', true, '{"field": "affected", "isAnyOf": ["some_users"]}', 4),
    ('browsers', 'choice', 'In which browsers does it happen?', 'In welchen Browsern tritt es auf?', '', '',
     '[{"key": "all_browsers", "en": "In all of them", "de": "In allen", "isRetired": false},
       {"key": "some_browsers", "en": "Only in some", "de": "Nur in einigen", "isRetired": false},
       {"key": "unknown", "en": "I do not know", "de": "Das weiß ich nicht", "isRetired": false}]',
     false, null, 5),
    ('browser', 'line', 'Browser', 'Browser', '', '', '[]', true, '{"field": "browsers", "isAnyOf": ["some_browsers"]}', 6),
    ('browser_version', 'line', 'Version of the browser', 'Version des Browsers', '', '', '[]', false,
     '{"field": "browsers", "isAnyOf": ["some_browsers"]}', 7),
    ('plugins', 'line', 'Plug-ins', 'Plug-ins', 'E.g. ad blockers or password managers.', 'Zum Beispiel Werbeblocker oder Passwortverwaltung.',
     '[]', false, '{"field": "browsers", "isAnyOf": ["some_browsers"]}', 8),
    ('os', 'line', 'Operating system', 'Betriebssystem', '', '', '[]', false,
     '{"field": "browsers", "isAnyOf": ["some_browsers"]}', 9),
    ('content', 'choice', 'Which content is affected?', 'Welche Inhalte sind betroffen?', '', '',
     '[{"key": "all_content", "en": "Everything", "de": "Alle", "isRetired": false},
       {"key": "some_content", "en": "Only some content", "de": "Nur bestimmte Inhalte", "isRetired": false}]',
     false, null, 10),
    ('content_where', 'text', 'Where does it happen?', 'Wo tritt es auf?', 'The page’s address, or the way to it.', 'Die Adresse der Seite oder der Weg dorthin.',
     '[]', true, '{"field": "content", "isAnyOf": ["some_content"]}', 11)
  ) as field (key, kind, name_en, name_de, hint_en, hint_de, options, required, condition, position)
where ticket_types.key = 'malfunction';
