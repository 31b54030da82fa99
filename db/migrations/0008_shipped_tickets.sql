-- What a new desk starts with; all of it can be changed or retired.

insert into ticket_types
  (key, position, name_en, name_de, hint_en, hint_de, statuses, status_names, customer_status_names, told_statuses,
   has_priority, has_rating, creators, only_assignees_write, reopen_days, remind_after_days, close_resolved_after_days)
values
  ('service_request', 1, 'Service request', 'Serviceanfrage',
   'A question, a wish, or something you need from us.', 'Eine Frage, ein Wunsch oder etwas, das Sie von uns brauchen.',
   '{open,assigned,in_progress,waiting,on_hold,resolved,closed,cancelled}', '{}', '{}', '{}',
   true, true, 'everyone', false, 14, 25, 14),
  ('malfunction', 2, 'Malfunction', 'Fehlverhalten',
   'Something does not work as it should.', 'Etwas funktioniert nicht so, wie es soll.',
   '{open,assigned,in_progress,waiting,on_hold,resolved,closed,cancelled}', '{}', '{}', '{}',
   true, true, 'everyone', false, 14, 30, 14),
  ('service_call', 3, 'Service call', 'Servicecall',
   'Help with a product, its version and module.', 'Hilfe zu einem Produkt, seiner Version und seinem Modul.',
   '{open,assigned,in_progress,waiting,on_hold,resolved,closed,cancelled}', '{}', '{}', '{}',
   true, true, 'everyone', false, 14, null, 14),
  ('field_service', 4, 'Field service', 'Serviceeinsatz',
   'Somebody has to come to the machine.', 'Jemand muss zur Maschine kommen.',
   '{draft,open,assigned,in_progress,waiting,resolved,closed,cancelled}',
   '{"resolved": {"en": "Done", "de": "Fertig"}}', '{"resolved": {"en": "Done", "de": "Fertig"}}',
   '{assigned,in_progress}',
   false, true, 'agents', true, 0, null, 14),
  ('second_level', 5, 'Second-level request', '2nd-Level-Anfrage',
   'A case that your own first level passes on.', 'Ein Fall, den Ihr eigener 1st Level weitergibt.',
   '{open,assigned,in_progress,waiting,on_hold,resolved,closed,cancelled}', '{}', '{}', '{}',
   true, true, 'agents', false, 14, null, null),
  ('technical', 6, 'Technical ticket', 'Technisches Ticket',
   'Work for technical support, linked to the tickets that wait for it.',
   'Arbeit für den technischen Support, verknüpft mit den Tickets, die darauf warten.',
   '{open,assigned,in_progress,on_hold,closed,cancelled}', '{}', '{}', '{}',
   true, false, 'agents', false, 14, null, null);

insert into ticket_views (owner_id, name_en, name_de, query, position)
values
  (null, 'Unassigned', 'Nicht zugewiesen', 'status=unfinished&assignee=none', 1),
  (null, 'Mine', 'Meine', 'status=unfinished&assignee=me', 2),
  (null, 'All open', 'Alle offenen', 'status=unfinished', 3),
  (null, 'Waiting for customer', 'Wartet auf Kunden', 'status=waiting', 4),
  (null, 'Recently closed', 'Kürzlich geschlossen', 'status=closed&sort=-closed', 5);

insert into canned_answers (title, text_en, text_de, position)
values
  ('Welcome / Begrüßung',
   E'Hello {{requester.name}},\n\nthank you for your request #{{ticket.number}}. I am looking into it and will get back to you.\n\nKind regards\n{{agent.name}}',
   E'Guten Tag {{requester.name}},\n\nvielen Dank für Ihre Anfrage #{{ticket.number}}. Ich sehe mir das an und melde mich bei Ihnen.\n\nFreundliche Grüße\n{{agent.name}}',
   1),
  ('More details / Rückfrage',
   E'Hello {{requester.name}},\n\nto help you I need a little more: which steps led to the problem, and what exactly did you see? A screenshot helps a lot.\n\nKind regards\n{{agent.name}}',
   E'Guten Tag {{requester.name}},\n\num Ihnen helfen zu können, brauche ich noch etwas mehr: Welche Schritte führten zu dem Problem, und was genau haben Sie gesehen? Ein Screenshot hilft sehr.\n\nFreundliche Grüße\n{{agent.name}}',
   2),
  ('Solved / Gelöst',
   E'Hello {{requester.name}},\n\nthis should be solved now. If it is not, just answer this message.\n\nKind regards\n{{agent.name}}',
   E'Guten Tag {{requester.name}},\n\ndas sollte nun gelöst sein. Falls nicht, antworten Sie einfach auf diese Nachricht.\n\nFreundliche Grüße\n{{agent.name}}',
   3);
