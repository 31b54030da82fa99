-- Words that read alike: "Druker" finds "Drucker". Comes with PostgreSQL, and whoever owns the database may switch it on.
create extension if not exists pg_trgm;
