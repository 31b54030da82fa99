-- On these four answers hangs what else a malfunction is asked, and who can begin to look for it; whoever does not know says so.
update ticket_type_fields as field set
  required = true,
  options = case field.key when 'content'
    then field.options || '[{"key": "unknown", "en": "I do not know", "de": "Das weiß ich nicht", "isRetired": false}]'::jsonb
    else field.options end
from ticket_types
where ticket_types.id = field.type_id
  and ticket_types.key = 'malfunction'
  and field.key in ('error_message', 'affected', 'browsers', 'content')
  and not field.required;
