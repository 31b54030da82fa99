-- The schema as the migrations leave it, read back from the database. Written by "npm run schema", checked by "npm test".
-- It is for reading and reviewing; a database is made by db/migrations/.

create extension pg_trgm;

CREATE OR REPLACE FUNCTION public.refuse_change_of_sealed_record()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a sealed record is never changed: % of %', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $function$;

create table access_attempts (
  id bigint not null generated always as identity,
  kind text not null,
  source text not null,
  at timestamp with time zone not null,
  constraint access_attempts_pkey PRIMARY KEY (id)
);
CREATE INDEX access_attempts_by_age ON access_attempts USING btree (at);
CREATE INDEX access_attempts_by_source ON access_attempts USING btree (kind, source, at);

create table access_links (
  token_hash text not null,
  person_id bigint not null,
  purpose text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  organisation_id bigint,
  constraint access_links_pkey PRIMARY KEY (token_hash),
  constraint access_links_purpose_check CHECK (purpose = ANY (ARRAY['set_password'::text, 'sign_in'::text])),
  constraint access_links_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  constraint access_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX access_links_by_end ON access_links USING btree (expires_at);
CREATE INDEX access_links_by_person ON access_links USING btree (person_id);

create table accounts (
  person_id bigint not null,
  created_at timestamp with time zone not null,
  last_signed_in_at timestamp with time zone,
  constraint accounts_pkey PRIMARY KEY (person_id),
  constraint accounts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);

create table approval_approvers (
  approval_id bigint not null,
  person_id bigint not null,
  constraint approval_approvers_pkey PRIMARY KEY (approval_id, person_id),
  constraint approval_approvers_approval_id_fkey FOREIGN KEY (approval_id) REFERENCES approvals(id),
  constraint approval_approvers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX approval_approvers_by_person ON approval_approvers USING btree (person_id, approval_id);
CREATE TRIGGER approval_approvers_are_sealed BEFORE DELETE OR UPDATE ON approval_approvers FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_record();

create table approval_decisions (
  id bigint not null generated always as identity,
  approval_id bigint not null,
  person_id bigint not null,
  person_name text not null,
  verdict text not null,
  reason text not null default ''::text,
  text_hash text not null,
  via text not null,
  at timestamp with time zone not null,
  seal text not null,
  constraint approval_decisions_pkey PRIMARY KEY (id),
  constraint approval_decisions_approval_id_person_id_key UNIQUE (approval_id, person_id),
  constraint approval_decisions_check CHECK (verdict = 'approved'::text OR reason <> ''::text),
  constraint approval_decisions_seal_check CHECK (seal ~ '^[0-9a-f]{64}$'::text),
  constraint approval_decisions_verdict_check CHECK (verdict = ANY (ARRAY['approved'::text, 'declined'::text])),
  constraint approval_decisions_via_check CHECK (via = ANY (ARRAY['portal'::text, 'link'::text, 'mail'::text])),
  constraint approval_decisions_approval_id_person_id_fkey FOREIGN KEY (approval_id, person_id) REFERENCES approval_approvers(approval_id, person_id)
);
CREATE TRIGGER approval_decisions_are_kept BEFORE TRUNCATE ON approval_decisions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_sealed_record();
CREATE TRIGGER approval_decisions_are_sealed BEFORE DELETE OR UPDATE ON approval_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_record();

create table approvals (
  id bigint not null generated always as identity,
  about_kind text not null,
  about_id bigint not null,
  title text not null,
  path text not null,
  text text not null,
  text_hash text not null,
  rule text not null,
  once_key text,
  asked_by bigint,
  asked_by_name text not null,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  outcome text,
  ended_at timestamp with time zone,
  constraint approvals_pkey PRIMARY KEY (id),
  constraint approvals_once_key_key UNIQUE (once_key),
  constraint approvals_check CHECK ((outcome IS NULL) = (ended_at IS NULL)),
  constraint approvals_outcome_check CHECK (outcome = ANY (ARRAY['approved'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])),
  constraint approvals_rule_check CHECK (rule = ANY (ARRAY['all'::text, 'any'::text])),
  constraint approvals_text_hash_check CHECK (text_hash ~ '^[0-9a-f]{64}$'::text),
  constraint approvals_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES people(id)
);
CREATE INDEX approvals_about ON approvals USING btree (about_kind, about_id, id);
CREATE INDEX approvals_pending ON approvals USING btree (expires_at) WHERE outcome IS NULL;
CREATE TRIGGER approvals_are_kept BEFORE DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sealed_record();
CREATE TRIGGER approvals_are_sealed BEFORE UPDATE ON approvals FOR EACH ROW WHEN (old.outcome IS NOT NULL OR new.about_kind IS DISTINCT FROM old.about_kind OR new.about_id IS DISTINCT FROM old.about_id OR new.title IS DISTINCT FROM old.title OR new.path IS DISTINCT FROM old.path OR new.text IS DISTINCT FROM old.text OR new.text_hash IS DISTINCT FROM old.text_hash OR new.rule IS DISTINCT FROM old.rule OR new.asked_by IS DISTINCT FROM old.asked_by OR new.asked_by_name IS DISTINCT FROM old.asked_by_name OR new.asked_at IS DISTINCT FROM old.asked_at OR new.expires_at IS DISTINCT FROM old.expires_at) EXECUTE FUNCTION refuse_change_of_sealed_record();

create table attachments (
  id bigint not null generated always as identity,
  ticket_id bigint not null,
  message_id bigint not null,
  file text not null,
  name text not null,
  type text not null,
  size bigint not null,
  content_id text,
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_size_check CHECK (size >= 0),
  constraint attachments_message_id_fkey FOREIGN KEY (message_id) REFERENCES messages(id),
  constraint attachments_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX attachments_by_file ON attachments USING btree (file);
CREATE INDEX attachments_by_message ON attachments USING btree (message_id);
CREATE INDEX attachments_by_ticket ON attachments USING btree (ticket_id);

create table calendar_versions (
  calendar_id bigint not null,
  since timestamp with time zone not null,
  time_zone text not null,
  region text,
  week jsonb not null,
  special_days jsonb not null default '[]'::jsonb,
  constraint calendar_versions_pkey PRIMARY KEY (calendar_id, since),
  constraint calendar_versions_week_check CHECK (jsonb_array_length(week) = 7),
  constraint calendar_versions_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id)
);

create table calendars (
  id bigint not null generated always as identity,
  name text not null,
  is_default boolean not null default false,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint calendars_pkey PRIMARY KEY (id),
  constraint calendars_check CHECK (NOT (is_default AND retired_at IS NOT NULL))
);
CREATE UNIQUE INDEX calendars_default ON calendars USING btree (is_default) WHERE is_default;
CREATE UNIQUE INDEX calendars_name_key ON calendars USING btree (lower(name));

create table canned_answers (
  id bigint not null generated always as identity,
  title_en text not null,
  title_de text not null,
  text_en text not null,
  text_de text not null,
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint canned_answers_pkey PRIMARY KEY (id),
  constraint canned_answers_check CHECK ((title_en = ''::text) = (text_en = ''::text) AND (title_de = ''::text) = (text_de = ''::text)),
  constraint canned_answers_check1 CHECK (title_en <> ''::text OR title_de <> ''::text)
);

create table care_packages (
  id bigint not null generated always as identity,
  name_en text not null,
  name_de text not null,
  seats integer,
  has_telephone_support boolean not null default false,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint care_packages_pkey PRIMARY KEY (id),
  constraint care_packages_seats_check CHECK (seats > 0)
);
CREATE UNIQUE INDEX care_packages_name_de_key ON care_packages USING btree (lower(name_de));
CREATE UNIQUE INDEX care_packages_name_en_key ON care_packages USING btree (lower(name_en));

create table credentials (
  id bigint not null generated always as identity,
  person_id bigint not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credentials_pkey PRIMARY KEY (id),
  constraint credentials_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint credentials_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts(person_id) ON DELETE CASCADE
);
CREATE INDEX credentials_by_person ON credentials USING btree (person_id);

create table delivery_attempts (
  id bigint not null generated always as identity,
  mail_id bigint not null,
  at timestamp with time zone not null,
  outcome text not null,
  response text not null,
  constraint delivery_attempts_pkey PRIMARY KEY (id),
  constraint delivery_attempts_outcome_check CHECK (outcome = ANY (ARRAY['sent'::text, 'kept'::text, 'postponed'::text, 'refused'::text, 'interrupted'::text, 'bounced'::text])),
  constraint delivery_attempts_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES outgoing_mails(id) ON DELETE CASCADE
);
CREATE INDEX delivery_attempts_by_mail ON delivery_attempts USING btree (mail_id, id);

create table desks (
  id smallint not null default 1,
  name text not null,
  locale text not null,
  time_zone text not null,
  mail_address text not null,
  password_minimum smallint not null default 10,
  colour text not null default '#00646b'::text,
  mail_footer text not null default ''::text,
  next_steps_dismissed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint desks_pkey PRIMARY KEY (id),
  constraint desks_colour_check CHECK (colour ~ '^#[0-9a-f]{6}$'::text),
  constraint desks_id_check CHECK (id = 1),
  constraint desks_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'de'::text])),
  constraint desks_mail_address_check CHECK (mail_address = lower(mail_address)),
  constraint desks_password_minimum_check CHECK (password_minimum >= 5 AND password_minimum <= 64)
);

create table development_statuses (
  id bigint not null generated always as identity,
  name_en text not null,
  name_de text not null,
  mails_customers boolean not null default false,
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint development_statuses_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX development_statuses_name_de_key ON development_statuses USING btree (lower(name_de));
CREATE UNIQUE INDEX development_statuses_name_en_key ON development_statuses USING btree (lower(name_en));

create table drafts (
  id bigint not null generated always as identity,
  person_id bigint not null,
  ticket_id bigint,
  kind text not null,
  form_key text not null default ''::text,
  text text not null,
  html text,
  fields jsonb not null default '{}'::jsonb,
  attachments jsonb not null default '[]'::jsonb,
  version integer not null default 1,
  saved_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  ended_as text,
  constraint drafts_pkey PRIMARY KEY (id),
  constraint drafts_check CHECK ((ended_at IS NULL) = (ended_as IS NULL)),
  constraint drafts_ended_as_check CHECK (ended_as = ANY (ARRAY['sent'::text, 'discarded'::text, 'overwritten'::text])),
  constraint drafts_kind_check CHECK (kind = ANY (ARRAY['public'::text, 'note'::text, 'update'::text, 'new'::text])),
  constraint drafts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint drafts_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX drafts_by_person ON drafts USING btree (person_id, saved_at);
CREATE UNIQUE INDEX drafts_current ON drafts USING btree (person_id, ticket_id, kind) WHERE ended_at IS NULL AND ticket_id IS NOT NULL;
CREATE UNIQUE INDEX drafts_current_new ON drafts USING btree (person_id, form_key) WHERE ended_at IS NULL AND ticket_id IS NULL;
CREATE INDEX drafts_ended ON drafts USING btree (ended_at) WHERE ended_at IS NOT NULL;

create table events (
  id bigint not null generated always as identity,
  at timestamp with time zone not null,
  name text not null,
  subject_kind text not null,
  subject_id bigint not null,
  actor_kind text not null,
  actor_id bigint,
  actor_name text not null,
  payload jsonb not null default '{}'::jsonb,
  constraint events_pkey PRIMARY KEY (id),
  constraint events_actor_kind_check CHECK (actor_kind = ANY (ARRAY['visitor'::text, 'customer'::text, 'agent'::text, 'system'::text]))
);
CREATE INDEX events_by_subject ON events USING btree (subject_kind, subject_id, id);

create table held_forms (
  token text not null,
  path text not null,
  fields jsonb not null,
  at timestamp with time zone not null,
  constraint held_forms_pkey PRIMARY KEY (token)
);
CREATE INDEX held_forms_by_age ON held_forms USING btree (at);

create table incoming_mails (
  id bigint not null generated always as identity,
  source text not null,
  envelope_from text not null default ''::text,
  envelope_to text[] not null default '{}'::text[],
  raw bytea not null,
  once_key text not null,
  received_at timestamp with time zone not null,
  state text not null default 'stored'::text,
  verdict text,
  reason text,
  error text,
  filed_anyway boolean not null default false,
  subject text not null default ''::text,
  from_name text not null default ''::text,
  from_address text not null default ''::text,
  message_id text,
  ticket_id bigint,
  filed_message_id bigint,
  proposed_name text,
  proposed_address text,
  constraint incoming_mails_pkey PRIMARY KEY (id),
  constraint incoming_mails_once_key_key UNIQUE (once_key),
  constraint incoming_mails_proposed_check CHECK ((proposed_name IS NULL) = (proposed_address IS NULL)),
  constraint incoming_mails_state_check CHECK (state = ANY (ARRAY['stored'::text, 'filed'::text, 'ignored'::text, 'failed'::text])),
  constraint incoming_mails_filed_message_id_fkey FOREIGN KEY (filed_message_id) REFERENCES messages(id),
  constraint incoming_mails_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX incoming_mails_by_message_id ON incoming_mails USING btree (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX incoming_mails_by_sender ON incoming_mails USING btree (from_address, received_at);
CREATE INDEX incoming_mails_by_ticket ON incoming_mails USING btree (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE INDEX incoming_mails_proposed ON incoming_mails USING btree (ticket_id) WHERE proposed_address IS NOT NULL;
CREATE INDEX incoming_mails_waiting ON incoming_mails USING btree (received_at) WHERE state = 'stored'::text;

create table mail_address_uses (
  subject_kind text not null,
  subject_id bigint not null,
  address_id bigint not null,
  constraint mail_address_uses_pkey PRIMARY KEY (subject_kind, subject_id),
  constraint mail_address_uses_address_id_fkey FOREIGN KEY (address_id) REFERENCES mail_addresses(id)
);
CREATE INDEX mail_address_uses_by_address ON mail_address_uses USING btree (address_id);

create table mail_addresses (
  id bigint not null generated always as identity,
  address text not null,
  name text not null default ''::text,
  team_id bigint,
  type_id bigint,
  locale text,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint mail_addresses_pkey PRIMARY KEY (id),
  constraint mail_addresses_unique UNIQUE (address),
  constraint mail_addresses_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'de'::text])),
  constraint mail_addresses_lower CHECK (address = lower(address)),
  constraint mail_addresses_team FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint mail_addresses_type FOREIGN KEY (type_id) REFERENCES ticket_types(id)
);

create table mail_threads (
  subject_kind text not null,
  subject_id bigint not null,
  recipient_id bigint not null,
  subject text not null,
  constraint mail_threads_pkey PRIMARY KEY (subject_kind, subject_id, recipient_id),
  constraint mail_threads_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES people(id)
);

create table mailboxes (
  id bigint not null generated always as identity,
  address_id bigint not null,
  host text not null,
  port integer not null,
  security text not null,
  username text not null,
  sign_in text not null,
  sealed_secret text not null,
  token_url text,
  client_id text,
  scope text,
  folder text not null default 'INBOX'::text,
  move_to text,
  paused_at timestamp with time zone,
  created_at timestamp with time zone not null,
  version integer not null default 1,
  uid_validity text,
  last_uid bigint,
  fetched_at timestamp with time zone,
  connected_at timestamp with time zone,
  error text,
  error_at timestamp with time zone,
  constraint mailboxes_pkey PRIMARY KEY (id),
  constraint mailboxes_one_an_address UNIQUE (address_id),
  constraint mailboxes_port_check CHECK (port >= 1 AND port <= 65535),
  constraint mailboxes_security_check CHECK (security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text])),
  constraint mailboxes_sign_in_check CHECK (sign_in = ANY (ARRAY['password'::text, 'oauth2'::text])),
  constraint mailboxes_address_id_fkey FOREIGN KEY (address_id) REFERENCES mail_addresses(id)
);

create table messages (
  id bigint not null generated always as identity,
  ticket_id bigint not null,
  event_id bigint not null,
  kind text not null,
  internal boolean not null,
  side text not null,
  author_id bigint,
  author_name text not null,
  channel text not null,
  text text not null,
  html text,
  quoted text not null default ''::text,
  mail_message_id text,
  at timestamp with time zone not null,
  held_until timestamp with time zone,
  taken_back_at timestamp with time zone,
  copy_of bigint,
  constraint messages_pkey PRIMARY KEY (id),
  constraint messages_event_id_key UNIQUE (event_id),
  constraint messages_channel_check CHECK (channel = ANY (ARRAY['portal'::text, 'mail'::text, 'telephone'::text, 'widget'::text, 'code'::text, 'api'::text])),
  constraint messages_check CHECK ((kind <> 'note'::text OR internal) AND (kind <> 'public'::text OR NOT internal)),
  constraint messages_kind_check CHECK (kind = ANY (ARRAY['public'::text, 'note'::text, 'update'::text])),
  constraint messages_side_check CHECK (side = ANY (ARRAY['customer'::text, 'agent'::text])),
  constraint messages_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id),
  constraint messages_copy_of_fkey FOREIGN KEY (copy_of) REFERENCES messages(id),
  constraint messages_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id),
  constraint messages_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX messages_by_mail ON messages USING btree (mail_message_id) WHERE mail_message_id IS NOT NULL;
CREATE INDEX messages_by_original ON messages USING btree (copy_of) WHERE copy_of IS NOT NULL;
CREATE INDEX messages_by_ticket ON messages USING btree (ticket_id, id);
CREATE INDEX messages_held ON messages USING btree (held_until) WHERE held_until IS NOT NULL AND taken_back_at IS NULL;

create table migrations (
  name text not null,
  ran_at timestamp with time zone not null,
  constraint migrations_pkey PRIMARY KEY (name)
);

create table organisation_domains (
  domain text not null,
  organisation_id bigint not null,
  constraint organisation_domains_pkey PRIMARY KEY (domain),
  constraint organisation_domains_domain_check CHECK (domain = lower(domain)),
  constraint organisation_domains_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE
);
CREATE INDEX organisation_domains_by_organisation ON organisation_domains USING btree (organisation_id);

create table organisation_invitations (
  organisation_id bigint not null,
  person_id bigint not null,
  invited_by bigint,
  invited_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint organisation_invitations_pkey PRIMARY KEY (organisation_id, person_id),
  constraint organisation_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id),
  constraint organisation_invitations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  constraint organisation_invitations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX organisation_invitations_by_end ON organisation_invitations USING btree (expires_at);
CREATE INDEX organisation_invitations_by_person ON organisation_invitations USING btree (person_id);

create table organisation_members (
  organisation_id bigint not null,
  person_id bigint not null,
  is_manager boolean not null default false,
  joined_at timestamp with time zone not null,
  constraint organisation_members_pkey PRIMARY KEY (organisation_id, person_id),
  constraint organisation_members_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id) ON DELETE CASCADE,
  constraint organisation_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id)
);
CREATE INDEX organisation_members_by_person ON organisation_members USING btree (person_id);

create table organisations (
  id bigint not null generated always as identity,
  name text not null,
  customer_number text,
  notes text not null default ''::text,
  created_at timestamp with time zone not null,
  package_id bigint,
  seats_requested_at timestamp with time zone,
  constraint organisations_pkey PRIMARY KEY (id),
  constraint organisations_customer_number_key UNIQUE (customer_number),
  constraint organisations_package_id_fkey FOREIGN KEY (package_id) REFERENCES care_packages(id)
);
CREATE INDEX organisations_by_likeness ON organisations USING gin (name gin_trgm_ops, customer_number gin_trgm_ops);
CREATE INDEX organisations_by_package ON organisations USING btree (package_id);

create table outgoing_mails (
  id bigint not null generated always as identity,
  template text not null,
  once_key text,
  recipient_id bigint,
  to_name text not null,
  to_address text not null,
  locale text not null,
  subject_kind text,
  subject_id bigint,
  event_id bigint,
  from_name text not null,
  from_address text not null,
  reply_to text,
  subject text not null,
  text text not null,
  html text not null,
  message_id text not null,
  in_reply_to text,
  reference_ids text[] not null default '{}'::text[],
  automatic boolean not null default true,
  attachments jsonb not null default '[]'::jsonb,
  unsubscribe_url text,
  state text not null default 'queued'::text,
  withheld_because text,
  attempts integer not null default 0,
  response text,
  created_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone,
  expires_at timestamp with time zone,
  sent_at timestamp with time zone,
  also_event_ids bigint[] not null default '{}'::bigint[],
  also_subject_ids bigint[] not null default '{}'::bigint[],
  headers jsonb not null default '{}'::jsonb,
  constraint outgoing_mails_pkey PRIMARY KEY (id),
  constraint outgoing_mails_message_id_key UNIQUE (message_id),
  constraint outgoing_mails_once_key_key UNIQUE (once_key),
  constraint outgoing_mails_also_check CHECK (cardinality(also_event_ids) = cardinality(also_subject_ids)),
  constraint outgoing_mails_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'de'::text])),
  constraint outgoing_mails_state_check CHECK (state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'cancelled'::text, 'bounced'::text, 'withheld'::text])),
  constraint outgoing_mails_withheld_because_check CHECK (withheld_because = ANY (ARRAY['undeliverable'::text, 'too-many'::text])),
  constraint outgoing_mails_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id),
  constraint outgoing_mails_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES people(id)
);
CREATE INDEX outgoing_mails_by_also ON outgoing_mails USING gin (also_event_ids);
CREATE INDEX outgoing_mails_by_event ON outgoing_mails USING btree (event_id);
CREATE INDEX outgoing_mails_by_recipient ON outgoing_mails USING btree (to_address, created_at);
CREATE INDEX outgoing_mails_by_subject ON outgoing_mails USING btree (subject_kind, subject_id, id);
CREATE INDEX outgoing_mails_waiting ON outgoing_mails USING btree (next_attempt_at) WHERE state = ANY (ARRAY['queued'::text, 'sending'::text]);

create table people (
  id bigint not null generated always as identity,
  name text not null,
  email text,
  email_verified_at timestamp with time zone,
  phone text,
  role text not null default 'customer'::text,
  locale text not null,
  time_zone text not null,
  created_at timestamp with time zone not null,
  deactivated_at timestamp with time zone,
  constraint people_pkey PRIMARY KEY (id),
  constraint people_email_key UNIQUE (email),
  constraint people_email_check CHECK (email = lower(email)),
  constraint people_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'de'::text])),
  constraint people_role_check CHECK (role = ANY (ARRAY['customer'::text, 'member'::text, 'moderator'::text, 'administrator'::text]))
);
CREATE INDEX people_by_likeness ON people USING gin (name gin_trgm_ops, email gin_trgm_ops, phone gin_trgm_ops);

create table preset_choices (
  key text not null,
  chosen_at timestamp with time zone not null,
  chosen_by bigint,
  constraint preset_choices_pkey PRIMARY KEY (key),
  constraint preset_choices_chosen_by_fkey FOREIGN KEY (chosen_by) REFERENCES people(id)
);

create table product_module_versions (
  module_id bigint not null,
  version_id bigint not null,
  product_id bigint not null,
  constraint product_module_versions_pkey PRIMARY KEY (module_id, version_id),
  constraint product_module_versions_module_id_product_id_fkey FOREIGN KEY (module_id, product_id) REFERENCES product_modules(id, product_id) ON DELETE CASCADE,
  constraint product_module_versions_version_id_product_id_fkey FOREIGN KEY (version_id, product_id) REFERENCES product_versions(id, product_id) ON DELETE CASCADE
);
CREATE INDEX product_module_versions_by_version ON product_module_versions USING btree (version_id);

create table product_modules (
  id bigint not null generated always as identity,
  product_id bigint not null,
  name text not null,
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint product_modules_pkey PRIMARY KEY (id),
  constraint product_modules_id_product_id_key UNIQUE (id, product_id),
  constraint product_modules_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX product_modules_name_key ON product_modules USING btree (product_id, lower(name));

create table product_versions (
  id bigint not null generated always as identity,
  product_id bigint not null,
  name text not null,
  released_on date,
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint product_versions_pkey PRIMARY KEY (id),
  constraint product_versions_id_product_id_key UNIQUE (id, product_id),
  constraint product_versions_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX product_versions_name_key ON product_versions USING btree (product_id, lower(name));

create table products (
  id bigint not null generated always as identity,
  name text not null,
  "position" integer not null,
  created_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint products_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX products_name_key ON products USING btree (lower(name));

create table receipts (
  key text not null,
  action text not null,
  output jsonb,
  at timestamp with time zone not null,
  constraint receipts_pkey PRIMARY KEY (key)
);
CREATE INDEX receipts_by_age ON receipts USING btree (at);

create table service_level_targets (
  id bigint not null generated always as identity,
  package_id bigint,
  type_id bigint,
  priority text,
  first_response_minutes integer,
  next_response_minutes integer,
  resolution_minutes integer,
  calendar_id bigint,
  warn_minutes integer,
  warn_percent integer,
  since timestamp with time zone not null,
  until timestamp with time zone,
  replaced_by bigint,
  constraint service_level_targets_pkey PRIMARY KEY (id),
  constraint service_level_targets_check CHECK (until >= since),
  constraint service_level_targets_check1 CHECK (num_nonnulls(first_response_minutes, next_response_minutes, resolution_minutes) > 0),
  constraint service_level_targets_check2 CHECK (num_nonnulls(warn_minutes, warn_percent) <= 1),
  constraint service_level_targets_first_response_minutes_check CHECK (first_response_minutes > 0),
  constraint service_level_targets_next_response_minutes_check CHECK (next_response_minutes > 0),
  constraint service_level_targets_priority_check CHECK (priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'blocker'::text])),
  constraint service_level_targets_resolution_minutes_check CHECK (resolution_minutes > 0),
  constraint service_level_targets_warn_minutes_check CHECK (warn_minutes > 0),
  constraint service_level_targets_warn_percent_check CHECK (warn_percent >= 1 AND warn_percent <= 99),
  constraint service_level_targets_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  constraint service_level_targets_package_id_fkey FOREIGN KEY (package_id) REFERENCES care_packages(id),
  constraint service_level_targets_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES service_level_targets(id),
  constraint service_level_targets_type_id_fkey FOREIGN KEY (type_id) REFERENCES ticket_types(id)
);
CREATE INDEX service_level_targets_by_calendar ON service_level_targets USING btree (calendar_id);
CREATE INDEX service_level_targets_by_package ON service_level_targets USING btree (package_id);
CREATE INDEX service_level_targets_by_type ON service_level_targets USING btree (type_id);
CREATE UNIQUE INDEX service_level_targets_in_force ON service_level_targets USING btree (package_id, type_id, priority) NULLS NOT DISTINCT WHERE until IS NULL;

create table sessions (
  id bigint not null generated always as identity,
  token text not null,
  person_id bigint not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_key UNIQUE (token),
  constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES accounts(person_id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_end ON sessions USING btree (expires_at);
CREATE INDEX sessions_by_person ON sessions USING btree (person_id);

create table supplier_messages (
  id bigint not null generated always as identity,
  passing_id bigint not null,
  kind text not null,
  event_id bigint,
  author_name text not null,
  text text not null,
  mail_message_id text not null,
  attachments jsonb not null default '[]'::jsonb,
  note_id bigint,
  at timestamp with time zone not null,
  constraint supplier_messages_pkey PRIMARY KEY (id),
  constraint supplier_messages_passing_id_event_id_key UNIQUE (passing_id, event_id),
  constraint supplier_messages_kind_check CHECK (kind = ANY (ARRAY['passed'::text, 'written'::text, 'sent-on'::text, 'told'::text, 'heard'::text, 'automatic'::text])),
  constraint supplier_messages_note_id_fkey FOREIGN KEY (note_id) REFERENCES messages(id),
  constraint supplier_messages_passing_id_fkey FOREIGN KEY (passing_id) REFERENCES supplier_passings(id)
);
CREATE INDEX supplier_messages_by_mail ON supplier_messages USING btree (mail_message_id);
CREATE INDEX supplier_messages_by_passing ON supplier_messages USING btree (passing_id, id);

create table supplier_passings (
  id bigint not null generated always as identity,
  supplier_id bigint not null,
  ticket_id bigint not null,
  subject text not null,
  customer_number text not null,
  domain text not null,
  error_picture text not null,
  may_contact boolean not null,
  contact_name text not null,
  contact_email text not null,
  contact_phone text not null,
  sends_answers boolean not null,
  their_number text,
  their_status text,
  passed_by text not null,
  passed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint supplier_passings_pkey PRIMARY KEY (id),
  constraint supplier_passings_check CHECK (may_contact OR NOT sends_answers),
  constraint supplier_passings_supplier_id_fkey FOREIGN KEY (supplier_id) REFERENCES suppliers(id),
  constraint supplier_passings_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX supplier_passings_by_supplier ON supplier_passings USING btree (supplier_id);
CREATE UNIQUE INDEX supplier_passings_open ON supplier_passings USING btree (ticket_id, supplier_id) WHERE ended_at IS NULL;

create table suppliers (
  id bigint not null generated always as identity,
  name text not null,
  mail_address text not null,
  customer_number text not null default ''::text,
  locale text not null,
  retired_at timestamp with time zone,
  constraint suppliers_pkey PRIMARY KEY (id),
  constraint suppliers_locale_check CHECK (locale = ANY (ARRAY['en'::text, 'de'::text]))
);

create table team_members (
  team_id bigint not null,
  person_id bigint not null,
  constraint team_members_pkey PRIMARY KEY (team_id, person_id),
  constraint team_members_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint team_members_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id) ON DELETE CASCADE
);
CREATE INDEX team_members_by_person ON team_members USING btree (person_id);

create table teams (
  id bigint not null generated always as identity,
  name text not null,
  level text not null default 'first'::text,
  created_at timestamp with time zone not null,
  calendar_id bigint,
  assignee_rule text not null default 'nobody'::text,
  assignee_id bigint,
  last_assignee_id bigint,
  retired_at timestamp with time zone,
  constraint teams_pkey PRIMARY KEY (id),
  constraint teams_name_key UNIQUE (name),
  constraint teams_assignee_check CHECK ((assignee_rule = 'person'::text) = (assignee_id IS NOT NULL)),
  constraint teams_assignee_rule_check CHECK (assignee_rule = ANY (ARRAY['nobody'::text, 'round_robin'::text, 'least_busy'::text, 'person'::text])),
  constraint teams_level_check CHECK (level = ANY (ARRAY['first'::text, 'second'::text, 'technical'::text])),
  constraint teams_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES people(id),
  constraint teams_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES calendars(id),
  constraint teams_last_assignee_id_fkey FOREIGN KEY (last_assignee_id) REFERENCES people(id)
);

create table ticket_accesses (
  id bigint not null generated always as identity,
  ticket_id bigint not null,
  environment text not null,
  granted_by bigint,
  granted_at timestamp with time zone not null,
  ended_by bigint,
  ended_at timestamp with time zone,
  constraint ticket_accesses_pkey PRIMARY KEY (id),
  constraint ticket_accesses_environment_check CHECK (environment <> ''::text),
  constraint ticket_accesses_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES people(id),
  constraint ticket_accesses_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES people(id),
  constraint ticket_accesses_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_accesses_by_ticket ON ticket_accesses USING btree (ticket_id);

create table ticket_assignees (
  ticket_id bigint not null,
  person_id bigint not null,
  assigned_at timestamp with time zone not null,
  constraint ticket_assignees_pkey PRIMARY KEY (ticket_id, person_id),
  constraint ticket_assignees_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint ticket_assignees_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_assignees_by_person ON ticket_assignees USING btree (person_id);

create table ticket_clocks (
  ticket_id bigint not null,
  kind text not null,
  round integer not null,
  target_id bigint not null,
  target_minutes integer not null,
  started_at timestamp with time zone not null,
  pace text not null,
  due_at timestamp with time zone,
  warn_at timestamp with time zone,
  ended_at timestamp with time zone,
  outcome text,
  used_minutes integer not null,
  warned_at timestamp with time zone,
  breached_at timestamp with time zone,
  constraint ticket_clocks_pkey PRIMARY KEY (ticket_id, kind, round),
  constraint ticket_clocks_kind_check CHECK (kind = ANY (ARRAY['first_response'::text, 'next_response'::text, 'resolution'::text])),
  constraint ticket_clocks_outcome_check CHECK (outcome = ANY (ARRAY['met'::text, 'missed'::text, 'dropped'::text])),
  constraint ticket_clocks_pace_check CHECK (pace = ANY (ARRAY['counting'::text, 'paused'::text, 'over'::text])),
  constraint ticket_clocks_target_id_fkey FOREIGN KEY (target_id) REFERENCES service_level_targets(id),
  constraint ticket_clocks_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_clocks_by_target ON ticket_clocks USING btree (target_id);
CREATE INDEX ticket_clocks_to_breach ON ticket_clocks USING btree (due_at) WHERE ended_at IS NULL AND breached_at IS NULL;
CREATE INDEX ticket_clocks_to_warn ON ticket_clocks USING btree (warn_at) WHERE ended_at IS NULL AND warned_at IS NULL;

create table ticket_links (
  ticket_id bigint not null,
  other_id bigint not null,
  kind text not null,
  added_at timestamp with time zone not null,
  constraint ticket_links_pkey PRIMARY KEY (ticket_id, other_id, kind),
  constraint ticket_links_check CHECK (ticket_id <> other_id),
  constraint ticket_links_kind_check CHECK (kind = ANY (ARRAY['related'::text, 'duplicate'::text, 'technical'::text, 'follow_up'::text, 'split'::text])),
  constraint ticket_links_other_id_fkey FOREIGN KEY (other_id) REFERENCES tickets(id),
  constraint ticket_links_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_links_by_other ON ticket_links USING btree (other_id);

create table ticket_numbers (
  id smallint not null default 1,
  last bigint not null,
  constraint ticket_numbers_pkey PRIMARY KEY (id),
  constraint ticket_numbers_id_check CHECK (id = 1)
);

create table ticket_participants (
  ticket_id bigint not null,
  person_id bigint not null,
  added_at timestamp with time zone not null,
  constraint ticket_participants_pkey PRIMARY KEY (ticket_id, person_id),
  constraint ticket_participants_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint ticket_participants_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_participants_by_person ON ticket_participants USING btree (person_id);

create table ticket_presences (
  ticket_id bigint not null,
  person_id bigint not null,
  writing boolean not null,
  expires_at timestamp with time zone not null,
  constraint ticket_presences_pkey PRIMARY KEY (ticket_id, person_id),
  constraint ticket_presences_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint ticket_presences_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_presences_expired ON ticket_presences USING btree (expires_at);

create table ticket_priorities (
  priority text not null,
  criteria_en text not null,
  criteria_de text not null,
  constraint ticket_priorities_pkey PRIMARY KEY (priority),
  constraint ticket_priorities_priority_check CHECK (priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'blocker'::text]))
);

create table ticket_reads (
  ticket_id bigint not null,
  person_id bigint not null,
  read_at timestamp with time zone not null,
  constraint ticket_reads_pkey PRIMARY KEY (ticket_id, person_id),
  constraint ticket_reads_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint ticket_reads_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_reads_by_person ON ticket_reads USING btree (person_id);

create table ticket_steps (
  ticket_id bigint not null,
  stage text not null,
  step text not null,
  done_by bigint,
  done_at timestamp with time zone not null,
  constraint ticket_steps_pkey PRIMARY KEY (ticket_id, stage, step),
  constraint ticket_steps_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id),
  constraint ticket_steps_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);

create table ticket_subject_words (
  word text not null,
  constraint ticket_subject_words_pkey PRIMARY KEY (word)
);
CREATE INDEX ticket_subject_words_by_likeness ON ticket_subject_words USING gin (word gin_trgm_ops);

create table ticket_tags (
  ticket_id bigint not null,
  tag text not null,
  constraint ticket_tags_pkey PRIMARY KEY (ticket_id, tag),
  constraint ticket_tags_tag_check CHECK (tag = lower(tag) AND tag <> ''::text),
  constraint ticket_tags_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_tags_by_tag ON ticket_tags USING btree (tag);

create table ticket_tasks (
  id bigint not null generated always as identity,
  ticket_id bigint not null,
  title text not null,
  assignee_id bigint,
  due_on date,
  added_at timestamp with time zone not null,
  added_by bigint,
  done_at timestamp with time zone,
  done_by bigint,
  constraint ticket_tasks_pkey PRIMARY KEY (id),
  constraint ticket_tasks_added_by_fkey FOREIGN KEY (added_by) REFERENCES people(id),
  constraint ticket_tasks_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES people(id),
  constraint ticket_tasks_done_by_fkey FOREIGN KEY (done_by) REFERENCES people(id),
  constraint ticket_tasks_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_tasks_by_ticket ON ticket_tasks USING btree (ticket_id, id);
CREATE INDEX ticket_tasks_open ON ticket_tasks USING btree (assignee_id, due_on) WHERE done_at IS NULL;

create table ticket_type_fields (
  id bigint not null generated always as identity,
  type_id bigint not null,
  key text not null,
  kind text not null,
  name_en text not null,
  name_de text not null,
  hint_en text not null default ''::text,
  hint_de text not null default ''::text,
  options jsonb not null default '[]'::jsonb,
  required boolean not null default false,
  audience text not null default 'customers'::text,
  condition jsonb,
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint ticket_type_fields_pkey PRIMARY KEY (id),
  constraint ticket_type_fields_type_id_key_key UNIQUE (type_id, key),
  constraint ticket_type_fields_audience_check CHECK (audience = ANY (ARRAY['customers'::text, 'agents'::text])),
  constraint ticket_type_fields_key_check CHECK (key ~ '^[a-z][a-z0-9_]*$'::text),
  constraint ticket_type_fields_kind_check CHECK (kind = ANY (ARRAY['line'::text, 'text'::text, 'choice'::text, 'choices'::text, 'number'::text, 'date'::text, 'yes_no'::text, 'file'::text])),
  constraint ticket_type_fields_type_id_fkey FOREIGN KEY (type_id) REFERENCES ticket_types(id)
);

create table ticket_type_stages (
  id bigint not null generated always as identity,
  type_id bigint not null,
  key text not null,
  name_en text not null,
  name_de text not null,
  steps jsonb not null default '[]'::jsonb,
  "position" integer not null,
  retired_at timestamp with time zone,
  constraint ticket_type_stages_pkey PRIMARY KEY (id),
  constraint ticket_type_stages_type_id_key_key UNIQUE (type_id, key),
  constraint ticket_type_stages_key_check CHECK (key ~ '^[a-z][a-z0-9_]*$'::text),
  constraint ticket_type_stages_type_id_fkey FOREIGN KEY (type_id) REFERENCES ticket_types(id)
);

create table ticket_types (
  id bigint not null generated always as identity,
  key text not null,
  name_en text not null,
  name_de text not null,
  hint_en text not null default ''::text,
  hint_de text not null default ''::text,
  "position" integer not null,
  statuses text[] not null,
  status_names jsonb not null default '{}'::jsonb,
  customer_status_names jsonb not null default '{}'::jsonb,
  told_statuses text[] not null default '{}'::text[],
  has_priority boolean not null default false,
  has_rating boolean not null default false,
  creators text not null default 'everyone'::text,
  only_assignees_write boolean not null default false,
  asks_product text not null default 'no'::text,
  needs_approval boolean not null default false,
  needs_solution boolean not null default false,
  needs_confirmation boolean not null default false,
  reopen_days integer not null default 14,
  remind_after_days integer,
  close_after_days integer not null default 5,
  close_resolved_after_days integer,
  team_id bigint,
  retired_at timestamp with time zone,
  kind text not null default 'request'::text,
  needs_feedback boolean not null default false,
  takes_seat_requests boolean not null default false,
  constraint ticket_types_pkey PRIMARY KEY (id),
  constraint ticket_types_key_key UNIQUE (key),
  constraint ticket_types_asks_product_check CHECK (asks_product = ANY (ARRAY['no'::text, 'optional'::text, 'required'::text])),
  constraint ticket_types_close_after_days_check CHECK (close_after_days > 0),
  constraint ticket_types_close_resolved_after_days_check CHECK (close_resolved_after_days > 0),
  constraint ticket_types_creators_check CHECK (creators = ANY (ARRAY['everyone'::text, 'members'::text, 'agents'::text])),
  constraint ticket_types_kind_check CHECK (kind = ANY (ARRAY['request'::text, 'technical'::text])),
  constraint ticket_types_remind_after_days_check CHECK (remind_after_days > 0),
  constraint ticket_types_reopen_days_check CHECK (reopen_days >= 0),
  constraint ticket_types_statuses_check CHECK (statuses @> ARRAY['open'::text, 'closed'::text]),
  constraint ticket_types_told_statuses_check CHECK (told_statuses <@ ARRAY['assigned'::text, 'in_progress'::text]),
  constraint ticket_types_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id)
);

create table ticket_views (
  id bigint not null generated always as identity,
  owner_id bigint,
  name_en text not null,
  name_de text not null,
  query text not null,
  layout text not null default 'table'::text,
  columns text[] not null default '{}'::text[],
  "position" integer not null,
  constraint ticket_views_pkey PRIMARY KEY (id),
  constraint ticket_views_layout_check CHECK (layout = ANY (ARRAY['table'::text, 'board'::text])),
  constraint ticket_views_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id)
);
CREATE INDEX ticket_views_by_owner ON ticket_views USING btree (owner_id, "position");

create table ticket_words (
  ticket_id bigint not null,
  desk tsvector not null,
  customers tsvector not null,
  constraint ticket_words_pkey PRIMARY KEY (ticket_id),
  constraint ticket_words_ticket_id_fkey FOREIGN KEY (ticket_id) REFERENCES tickets(id)
);
CREATE INDEX ticket_words_of_customers ON ticket_words USING gin (customers);
CREATE INDEX ticket_words_of_desk ON ticket_words USING gin (desk);

create table tickets (
  id bigint not null generated always as identity,
  number bigint not null,
  type_id bigint not null,
  subject text not null,
  status text not null,
  priority text,
  visibility text not null default 'public'::text,
  channel text not null,
  requester_id bigint not null,
  organisation_id bigint,
  team_id bigint,
  planned_version text,
  result text,
  solution text,
  confirmed_at timestamp with time zone,
  approval text not null default 'none'::text,
  stage text,
  merged_into bigint,
  status_before_merge text,
  custom_fields jsonb not null default '{}'::jsonb,
  rating smallint,
  follow_up_of bigint,
  version integer not null default 1,
  opened_at timestamp with time zone not null,
  opened_by bigint,
  submitted_at timestamp with time zone,
  last_activity_at timestamp with time zone not null,
  last_public_at timestamp with time zone not null,
  last_message_by text not null default 'customer'::text,
  first_answered_at timestamp with time zone,
  status_since timestamp with time zone not null,
  resolved_at timestamp with time zone,
  closed_at timestamp with time zone,
  product_id bigint,
  version_id bigint,
  module_id bigint,
  development_status_id bigint,
  due_kind text,
  due_at timestamp with time zone,
  due_warn_at timestamp with time zone,
  merged_apart boolean not null default false,
  closes_at timestamp with time zone,
  rated_at timestamp with time zone,
  confirmation_waived_at timestamp with time zone,
  feedback_waived_at timestamp with time zone,
  stalled_at timestamp with time zone,
  constraint tickets_pkey PRIMARY KEY (id),
  constraint tickets_number_key UNIQUE (number),
  constraint tickets_approval_check CHECK (approval = ANY (ARRAY['none'::text, 'pending'::text, 'approved'::text, 'declined'::text, 'waived'::text])),
  constraint tickets_channel_check CHECK (channel = ANY (ARRAY['portal'::text, 'mail'::text, 'telephone'::text, 'widget'::text, 'code'::text, 'api'::text])),
  constraint tickets_check CHECK (merged_into <> id),
  constraint tickets_check1 CHECK (submitted_at IS NOT NULL OR (status = ANY (ARRAY['draft'::text, 'cancelled'::text, 'closed'::text]))),
  constraint tickets_check2 CHECK (product_id IS NOT NULL OR version_id IS NULL AND module_id IS NULL),
  constraint tickets_due_kind_check CHECK (due_kind = ANY (ARRAY['first_response'::text, 'next_response'::text, 'resolution'::text])),
  constraint tickets_last_message_by_check CHECK (last_message_by = ANY (ARRAY['customer'::text, 'agent'::text])),
  constraint tickets_priority_check CHECK (priority = ANY (ARRAY['low'::text, 'medium'::text, 'high'::text, 'blocker'::text])),
  constraint tickets_rating_check CHECK (rating >= 1 AND rating <= 5),
  constraint tickets_status_check CHECK (status = ANY (ARRAY['draft'::text, 'open'::text, 'assigned'::text, 'in_progress'::text, 'waiting'::text, 'on_hold'::text, 'resolved'::text, 'closed'::text, 'cancelled'::text])),
  constraint tickets_visibility_check CHECK (visibility = ANY (ARRAY['public'::text, 'internal'::text])),
  constraint tickets_development_status_id_fkey FOREIGN KEY (development_status_id) REFERENCES development_statuses(id),
  constraint tickets_follow_up_of_fkey FOREIGN KEY (follow_up_of) REFERENCES tickets(id),
  constraint tickets_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES tickets(id),
  constraint tickets_module_id_product_id_fkey FOREIGN KEY (module_id, product_id) REFERENCES product_modules(id, product_id),
  constraint tickets_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id),
  constraint tickets_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id),
  constraint tickets_product_id_fkey FOREIGN KEY (product_id) REFERENCES products(id),
  constraint tickets_requester_id_fkey FOREIGN KEY (requester_id) REFERENCES people(id),
  constraint tickets_team_id_fkey FOREIGN KEY (team_id) REFERENCES teams(id),
  constraint tickets_type_id_fkey FOREIGN KEY (type_id) REFERENCES ticket_types(id),
  constraint tickets_version_id_product_id_fkey FOREIGN KEY (version_id, product_id) REFERENCES product_versions(id, product_id)
);
CREATE INDEX tickets_by_activity ON tickets USING btree (last_activity_at, id);
CREATE INDEX tickets_by_closing ON tickets USING btree (COALESCE(closed_at, opened_at), id);
CREATE INDEX tickets_by_due ON tickets USING btree (COALESCE(due_at, '9999-01-01 00:00:00+00'::timestamp with time zone), id);
CREATE INDEX tickets_by_follow_up ON tickets USING btree (follow_up_of) WHERE follow_up_of IS NOT NULL;
CREATE INDEX tickets_by_merge ON tickets USING btree (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX tickets_by_module ON tickets USING btree (module_id) WHERE module_id IS NOT NULL;
CREATE INDEX tickets_by_opening ON tickets USING btree (opened_at, id);
CREATE INDEX tickets_by_organisation ON tickets USING btree (organisation_id, last_public_at, id);
CREATE INDEX tickets_by_product ON tickets USING btree (product_id) WHERE product_id IS NOT NULL;
CREATE INDEX tickets_by_promised_end ON tickets USING btree (closes_at) WHERE closes_at IS NOT NULL;
CREATE INDEX tickets_by_requester ON tickets USING btree (requester_id, last_public_at, id);
CREATE INDEX tickets_by_status ON tickets USING btree (status, last_activity_at, id);
CREATE INDEX tickets_by_team ON tickets USING btree (team_id, last_activity_at, id);
CREATE INDEX tickets_by_version ON tickets USING btree (version_id) WHERE version_id IS NOT NULL;
CREATE INDEX tickets_unfinished ON tickets USING btree (last_activity_at, id) WHERE status <> ALL (ARRAY['closed'::text, 'cancelled'::text]);

create table undeliverable_addresses (
  address text not null,
  since timestamp with time zone not null,
  reason text not null,
  mail_id bigint not null,
  constraint undeliverable_addresses_pkey PRIMARY KEY (address),
  constraint undeliverable_addresses_address_check CHECK (address = lower(address)),
  constraint undeliverable_addresses_mail_id_fkey FOREIGN KEY (mail_id) REFERENCES outgoing_mails(id) ON DELETE CASCADE
);

create table withdrawn_mail_events (
  event_id bigint not null,
  at timestamp with time zone not null,
  constraint withdrawn_mail_events_pkey PRIMARY KEY (event_id),
  constraint withdrawn_mail_events_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id)
);
