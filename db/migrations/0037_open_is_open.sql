-- What is resolved is not open: nobody has to do anything with it but the customer, who may disagree.
update ticket_views
set query = 'status=open,assigned,in_progress,waiting,on_hold'
where owner_id is null and name_en = 'All open' and query = 'status=unfinished';
