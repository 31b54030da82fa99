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
