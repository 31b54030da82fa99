-- The words of all subjects, each once, to say what somebody meant who mistyped one. A word that no ticket has any more stays;
-- what finds nothing is not proposed.
create table ticket_subject_words (
  word text primary key
);
create index ticket_subject_words_by_likeness on ticket_subject_words using gin (word gin_trgm_ops);

insert into ticket_subject_words
  select distinct lower(word)
  from tickets cross join regexp_split_to_table(subject, '[^[:alnum:]]+') as word
  where length(word) between 4 and 40 and word !~ '[[:digit:]]';

-- Names are searched for by any part of them, and by what reads like them.
create index people_by_likeness on people using gin (name gin_trgm_ops, email gin_trgm_ops, phone gin_trgm_ops);
create index organisations_by_likeness on organisations using gin (name gin_trgm_ops, customer_number gin_trgm_ops);
