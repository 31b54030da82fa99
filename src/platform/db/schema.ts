// Written by "npm run schema" from the migrated database, checked by "npm test". Do not edit.

import type { Generated, GeneratedAlways } from "kysely";

/** What a jsonb column holds. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

export interface AccessAttemptsTable {
  id: GeneratedAlways<number>;
  kind: string;
  source: string;
  at: Date;
}

export interface AccessLinksTable {
  token_hash: string;
  person_id: number;
  purpose: "set_password" | "sign_in";
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
  organisation_id: number | null;
}

export interface AccountsTable {
  person_id: number;
  created_at: Date;
  last_signed_in_at: Date | null;
}

export interface ApprovalApproversTable {
  approval_id: number;
  person_id: number;
}

export interface ApprovalDecisionsTable {
  id: GeneratedAlways<number>;
  approval_id: number;
  person_id: number;
  person_name: string;
  verdict: "approved" | "declined";
  reason: Generated<string>;
  text_hash: string;
  via: "portal" | "link" | "mail";
  at: Date;
  seal: string;
}

export interface ApprovalsTable {
  id: GeneratedAlways<number>;
  about_kind: string;
  about_id: number;
  title: string;
  path: string;
  text: string;
  text_hash: string;
  rule: "all" | "any";
  once_key: string | null;
  asked_by: number | null;
  asked_by_name: string;
  asked_at: Date;
  expires_at: Date;
  outcome: "approved" | "declined" | "withdrawn" | "expired" | null;
  ended_at: Date | null;
}

export interface AttachmentsTable {
  id: GeneratedAlways<number>;
  ticket_id: number;
  message_id: number;
  file: string;
  name: string;
  type: string;
  size: number;
  content_id: string | null;
}

export interface CalendarVersionsTable {
  calendar_id: number;
  since: Date;
  time_zone: string;
  region: string | null;
  week: JsonValue;
  special_days: Generated<JsonValue>;
}

export interface CalendarsTable {
  id: GeneratedAlways<number>;
  name: string;
  is_default: Generated<boolean>;
  created_at: Date;
  retired_at: Date | null;
}

export interface CannedAnswersTable {
  id: GeneratedAlways<number>;
  title_en: string;
  title_de: string;
  text_en: string;
  text_de: string;
  position: number;
  retired_at: Date | null;
}

export interface CarePackagesTable {
  id: GeneratedAlways<number>;
  name_en: string;
  name_de: string;
  seats: number | null;
  has_telephone_support: Generated<boolean>;
  created_at: Date;
  retired_at: Date | null;
}

export interface CredentialsTable {
  id: GeneratedAlways<number>;
  person_id: number;
  provider_id: string;
  account_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface DeliveryAttemptsTable {
  id: GeneratedAlways<number>;
  mail_id: number;
  at: Date;
  outcome: "sent" | "kept" | "postponed" | "refused" | "interrupted" | "bounced";
  response: string;
}

export interface DesksTable {
  id: Generated<1>;
  name: string;
  locale: "en" | "de";
  time_zone: string;
  mail_address: string;
  password_minimum: Generated<number>;
  colour: Generated<string>;
  mail_footer: Generated<string>;
  next_steps_dismissed_at: Date | null;
  created_at: Date;
}

export interface DevelopmentStatusesTable {
  id: GeneratedAlways<number>;
  name_en: string;
  name_de: string;
  mails_customers: Generated<boolean>;
  position: number;
  retired_at: Date | null;
}

export interface DraftsTable {
  id: GeneratedAlways<number>;
  person_id: number;
  ticket_id: number | null;
  kind: "public" | "note" | "update" | "new";
  form_key: Generated<string>;
  text: string;
  html: string | null;
  fields: Generated<JsonValue>;
  attachments: Generated<JsonValue>;
  version: Generated<number>;
  saved_at: Date;
  ended_at: Date | null;
  ended_as: "sent" | "discarded" | "overwritten" | null;
}

export interface EventsTable {
  id: GeneratedAlways<number>;
  at: Date;
  name: string;
  subject_kind: string;
  subject_id: number;
  actor_kind: "visitor" | "customer" | "agent" | "system";
  actor_id: number | null;
  actor_name: string;
  payload: Generated<JsonValue>;
}

export interface HeldFormsTable {
  token: string;
  path: string;
  fields: JsonValue;
  at: Date;
}

export interface IncomingMailsTable {
  id: GeneratedAlways<number>;
  source: string;
  envelope_from: Generated<string>;
  envelope_to: Generated<string[]>;
  raw: Buffer;
  once_key: string;
  received_at: Date;
  state: Generated<"stored" | "filed" | "ignored" | "failed">;
  verdict: string | null;
  reason: string | null;
  error: string | null;
  filed_anyway: Generated<boolean>;
  subject: Generated<string>;
  from_name: Generated<string>;
  from_address: Generated<string>;
  message_id: string | null;
  ticket_id: number | null;
  filed_message_id: number | null;
  proposed_name: string | null;
  proposed_address: string | null;
}

export interface MailAddressUsesTable {
  subject_kind: string;
  subject_id: number;
  address_id: number;
}

export interface MailAddressesTable {
  id: GeneratedAlways<number>;
  address: string;
  name: Generated<string>;
  team_id: number | null;
  type_id: number | null;
  locale: "en" | "de" | null;
  created_at: Date;
  retired_at: Date | null;
}

export interface MailThreadsTable {
  subject_kind: string;
  subject_id: number;
  recipient_id: number;
  subject: string;
}

export interface MailboxesTable {
  id: GeneratedAlways<number>;
  address_id: number;
  host: string;
  port: number;
  security: "tls" | "starttls" | "none";
  username: string;
  sign_in: "password" | "oauth2";
  sealed_secret: string;
  token_url: string | null;
  client_id: string | null;
  scope: string | null;
  folder: Generated<string>;
  move_to: string | null;
  paused_at: Date | null;
  created_at: Date;
  version: Generated<number>;
  uid_validity: string | null;
  last_uid: number | null;
  fetched_at: Date | null;
  connected_at: Date | null;
  error: string | null;
  error_at: Date | null;
}

export interface MessagesTable {
  id: GeneratedAlways<number>;
  ticket_id: number;
  event_id: number;
  kind: "public" | "note" | "update";
  internal: boolean;
  side: "customer" | "agent";
  author_id: number | null;
  author_name: string;
  channel: "portal" | "mail" | "telephone" | "widget" | "code" | "api";
  text: string;
  html: string | null;
  quoted: Generated<string>;
  mail_message_id: string | null;
  at: Date;
  held_until: Date | null;
  taken_back_at: Date | null;
  copy_of: number | null;
}

export interface MigrationsTable {
  name: string;
  ran_at: Date;
}

export interface OrganisationDomainsTable {
  domain: string;
  organisation_id: number;
}

export interface OrganisationInvitationsTable {
  organisation_id: number;
  person_id: number;
  invited_by: number | null;
  invited_at: Date;
  expires_at: Date;
}

export interface OrganisationMembersTable {
  organisation_id: number;
  person_id: number;
  is_manager: Generated<boolean>;
  joined_at: Date;
}

export interface OrganisationsTable {
  id: GeneratedAlways<number>;
  name: string;
  customer_number: string | null;
  notes: Generated<string>;
  created_at: Date;
  package_id: number | null;
  seats_requested_at: Date | null;
}

export interface OutgoingMailsTable {
  id: GeneratedAlways<number>;
  template: string;
  once_key: string | null;
  recipient_id: number | null;
  to_name: string;
  to_address: string;
  locale: "en" | "de";
  subject_kind: string | null;
  subject_id: number | null;
  event_id: number | null;
  from_name: string;
  from_address: string;
  reply_to: string | null;
  subject: string;
  text: string;
  html: string;
  message_id: string;
  in_reply_to: string | null;
  reference_ids: Generated<string[]>;
  automatic: Generated<boolean>;
  attachments: Generated<JsonValue>;
  unsubscribe_url: string | null;
  state: Generated<"queued" | "sending" | "sent" | "kept" | "failed" | "cancelled" | "bounced" | "withheld">;
  withheld_because: "undeliverable" | "too-many" | null;
  attempts: Generated<number>;
  response: string | null;
  created_at: Date;
  next_attempt_at: Date | null;
  expires_at: Date | null;
  sent_at: Date | null;
  also_event_ids: Generated<number[]>;
  also_subject_ids: Generated<number[]>;
  headers: Generated<JsonValue>;
}

export interface PeopleTable {
  id: GeneratedAlways<number>;
  name: string;
  email: string | null;
  email_verified_at: Date | null;
  phone: string | null;
  role: Generated<"customer" | "member" | "moderator" | "administrator">;
  locale: "en" | "de";
  time_zone: string;
  created_at: Date;
  deactivated_at: Date | null;
}

export interface PresetChoicesTable {
  key: string;
  chosen_at: Date;
  chosen_by: number | null;
}

export interface ProductModuleVersionsTable {
  module_id: number;
  version_id: number;
  product_id: number;
}

export interface ProductModulesTable {
  id: GeneratedAlways<number>;
  product_id: number;
  name: string;
  position: number;
  retired_at: Date | null;
}

export interface ProductVersionsTable {
  id: GeneratedAlways<number>;
  product_id: number;
  name: string;
  released_on: string | null;
  position: number;
  retired_at: Date | null;
}

export interface ProductsTable {
  id: GeneratedAlways<number>;
  name: string;
  position: number;
  created_at: Date;
  retired_at: Date | null;
}

export interface ReceiptsTable {
  key: string;
  action: string;
  output: JsonValue | null;
  at: Date;
}

export interface ServiceLevelTargetsTable {
  id: GeneratedAlways<number>;
  package_id: number | null;
  type_id: number | null;
  priority: "low" | "medium" | "high" | "blocker" | null;
  first_response_minutes: number | null;
  next_response_minutes: number | null;
  resolution_minutes: number | null;
  calendar_id: number | null;
  warn_minutes: number | null;
  warn_percent: number | null;
  since: Date;
  until: Date | null;
  replaced_by: number | null;
}

export interface SessionsTable {
  id: GeneratedAlways<number>;
  token: string;
  person_id: number;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  seen_at: Date;
  expires_at: Date;
}

export interface SupplierMessagesTable {
  id: GeneratedAlways<number>;
  passing_id: number;
  kind: "passed" | "written" | "sent-on" | "told" | "heard" | "automatic";
  event_id: number | null;
  author_name: string;
  text: string;
  mail_message_id: string;
  attachments: Generated<JsonValue>;
  note_id: number | null;
  at: Date;
}

export interface SupplierPassingsTable {
  id: GeneratedAlways<number>;
  supplier_id: number;
  ticket_id: number;
  subject: string;
  customer_number: string;
  domain: string;
  error_picture: string;
  may_contact: boolean;
  contact_name: string;
  contact_email: string;
  contact_phone: string;
  sends_answers: boolean;
  their_number: string | null;
  their_status: string | null;
  passed_by: string;
  passed_at: Date;
  ended_at: Date | null;
}

export interface SuppliersTable {
  id: GeneratedAlways<number>;
  name: string;
  mail_address: string;
  customer_number: Generated<string>;
  locale: "en" | "de";
  retired_at: Date | null;
}

export interface TeamMembersTable {
  team_id: number;
  person_id: number;
}

export interface TeamsTable {
  id: GeneratedAlways<number>;
  name: string;
  level: Generated<"first" | "second" | "technical">;
  created_at: Date;
  calendar_id: number | null;
  assignee_rule: Generated<"nobody" | "round_robin" | "least_busy" | "person">;
  assignee_id: number | null;
  last_assignee_id: number | null;
  retired_at: Date | null;
}

export interface TicketAccessesTable {
  id: GeneratedAlways<number>;
  ticket_id: number;
  environment: string;
  granted_by: number | null;
  granted_at: Date;
  ended_by: number | null;
  ended_at: Date | null;
}

export interface TicketAssigneesTable {
  ticket_id: number;
  person_id: number;
  assigned_at: Date;
}

export interface TicketClocksTable {
  ticket_id: number;
  kind: "first_response" | "next_response" | "resolution";
  round: number;
  target_id: number;
  target_minutes: number;
  started_at: Date;
  pace: "counting" | "paused" | "over";
  due_at: Date | null;
  warn_at: Date | null;
  ended_at: Date | null;
  outcome: "met" | "missed" | "dropped" | null;
  used_minutes: number;
  warned_at: Date | null;
  breached_at: Date | null;
}

export interface TicketLinksTable {
  ticket_id: number;
  other_id: number;
  kind: "related" | "duplicate" | "technical" | "follow_up" | "split";
  added_at: Date;
}

export interface TicketNumbersTable {
  id: Generated<1>;
  last: number;
}

export interface TicketParticipantsTable {
  ticket_id: number;
  person_id: number;
  added_at: Date;
}

export interface TicketPresencesTable {
  ticket_id: number;
  person_id: number;
  writing: boolean;
  expires_at: Date;
}

export interface TicketPrioritiesTable {
  priority: "low" | "medium" | "high" | "blocker";
  criteria_en: string;
  criteria_de: string;
}

export interface TicketReadsTable {
  ticket_id: number;
  person_id: number;
  read_at: Date;
}

export interface TicketStepsTable {
  ticket_id: number;
  stage: string;
  step: string;
  done_by: number | null;
  done_at: Date;
}

export interface TicketSubjectWordsTable {
  word: string;
}

export interface TicketTagsTable {
  ticket_id: number;
  tag: string;
}

export interface TicketTasksTable {
  id: GeneratedAlways<number>;
  ticket_id: number;
  title: string;
  assignee_id: number | null;
  due_on: string | null;
  added_at: Date;
  added_by: number | null;
  done_at: Date | null;
  done_by: number | null;
}

export interface TicketTypeFieldsTable {
  id: GeneratedAlways<number>;
  type_id: number;
  key: string;
  kind: "line" | "text" | "choice" | "choices" | "number" | "date" | "yes_no" | "file";
  name_en: string;
  name_de: string;
  hint_en: Generated<string>;
  hint_de: Generated<string>;
  options: Generated<JsonValue>;
  required: Generated<boolean>;
  audience: Generated<"customers" | "agents">;
  condition: JsonValue | null;
  position: number;
  retired_at: Date | null;
}

export interface TicketTypeStagesTable {
  id: GeneratedAlways<number>;
  type_id: number;
  key: string;
  name_en: string;
  name_de: string;
  steps: Generated<JsonValue>;
  position: number;
  retired_at: Date | null;
}

export interface TicketTypesTable {
  id: GeneratedAlways<number>;
  key: string;
  name_en: string;
  name_de: string;
  hint_en: Generated<string>;
  hint_de: Generated<string>;
  position: number;
  statuses: string[];
  status_names: Generated<JsonValue>;
  customer_status_names: Generated<JsonValue>;
  told_statuses: Generated<("assigned" | "in_progress")[]>;
  has_priority: Generated<boolean>;
  has_rating: Generated<boolean>;
  creators: Generated<"everyone" | "members" | "agents">;
  only_assignees_write: Generated<boolean>;
  asks_product: Generated<"no" | "optional" | "required">;
  needs_approval: Generated<boolean>;
  needs_solution: Generated<boolean>;
  needs_confirmation: Generated<boolean>;
  reopen_days: Generated<number>;
  remind_after_days: number | null;
  close_after_days: Generated<number>;
  close_resolved_after_days: number | null;
  team_id: number | null;
  retired_at: Date | null;
  kind: Generated<"request" | "technical">;
  needs_feedback: Generated<boolean>;
  takes_seat_requests: Generated<boolean>;
}

export interface TicketViewsTable {
  id: GeneratedAlways<number>;
  owner_id: number | null;
  name_en: string;
  name_de: string;
  query: string;
  layout: Generated<"table" | "board">;
  columns: Generated<string[]>;
  position: number;
}

export interface TicketWordsTable {
  ticket_id: number;
  desk: string;
  customers: string;
}

export interface TicketsTable {
  id: GeneratedAlways<number>;
  number: number;
  type_id: number;
  subject: string;
  status: "draft" | "open" | "assigned" | "in_progress" | "waiting" | "on_hold" | "resolved" | "closed" | "cancelled";
  priority: "low" | "medium" | "high" | "blocker" | null;
  visibility: Generated<"public" | "internal">;
  channel: "portal" | "mail" | "telephone" | "widget" | "code" | "api";
  requester_id: number;
  organisation_id: number | null;
  team_id: number | null;
  planned_version: string | null;
  result: string | null;
  solution: string | null;
  confirmed_at: Date | null;
  approval: Generated<"none" | "pending" | "approved" | "declined" | "waived">;
  stage: string | null;
  merged_into: number | null;
  status_before_merge: string | null;
  custom_fields: Generated<JsonValue>;
  rating: number | null;
  follow_up_of: number | null;
  version: Generated<number>;
  opened_at: Date;
  opened_by: number | null;
  submitted_at: Date | null;
  last_activity_at: Date;
  last_public_at: Date;
  last_message_by: Generated<"customer" | "agent">;
  first_answered_at: Date | null;
  status_since: Date;
  resolved_at: Date | null;
  closed_at: Date | null;
  product_id: number | null;
  version_id: number | null;
  module_id: number | null;
  development_status_id: number | null;
  due_kind: "first_response" | "next_response" | "resolution" | null;
  due_at: Date | null;
  due_warn_at: Date | null;
  merged_apart: Generated<boolean>;
  closes_at: Date | null;
  rated_at: Date | null;
  confirmation_waived_at: Date | null;
  feedback_waived_at: Date | null;
  stalled_at: Date | null;
}

export interface UndeliverableAddressesTable {
  address: string;
  since: Date;
  reason: string;
  mail_id: number;
}

export interface WithdrawnMailEventsTable {
  event_id: number;
  at: Date;
}

/** Every table and view. */
export interface Database {
  access_attempts: AccessAttemptsTable;
  access_links: AccessLinksTable;
  accounts: AccountsTable;
  approval_approvers: ApprovalApproversTable;
  approval_decisions: ApprovalDecisionsTable;
  approvals: ApprovalsTable;
  attachments: AttachmentsTable;
  calendar_versions: CalendarVersionsTable;
  calendars: CalendarsTable;
  canned_answers: CannedAnswersTable;
  care_packages: CarePackagesTable;
  credentials: CredentialsTable;
  delivery_attempts: DeliveryAttemptsTable;
  desks: DesksTable;
  development_statuses: DevelopmentStatusesTable;
  drafts: DraftsTable;
  events: EventsTable;
  held_forms: HeldFormsTable;
  incoming_mails: IncomingMailsTable;
  mail_address_uses: MailAddressUsesTable;
  mail_addresses: MailAddressesTable;
  mail_threads: MailThreadsTable;
  mailboxes: MailboxesTable;
  messages: MessagesTable;
  migrations: MigrationsTable;
  organisation_domains: OrganisationDomainsTable;
  organisation_invitations: OrganisationInvitationsTable;
  organisation_members: OrganisationMembersTable;
  organisations: OrganisationsTable;
  outgoing_mails: OutgoingMailsTable;
  people: PeopleTable;
  preset_choices: PresetChoicesTable;
  product_module_versions: ProductModuleVersionsTable;
  product_modules: ProductModulesTable;
  product_versions: ProductVersionsTable;
  products: ProductsTable;
  receipts: ReceiptsTable;
  service_level_targets: ServiceLevelTargetsTable;
  sessions: SessionsTable;
  supplier_messages: SupplierMessagesTable;
  supplier_passings: SupplierPassingsTable;
  suppliers: SuppliersTable;
  team_members: TeamMembersTable;
  teams: TeamsTable;
  ticket_accesses: TicketAccessesTable;
  ticket_assignees: TicketAssigneesTable;
  ticket_clocks: TicketClocksTable;
  ticket_links: TicketLinksTable;
  ticket_numbers: TicketNumbersTable;
  ticket_participants: TicketParticipantsTable;
  ticket_presences: TicketPresencesTable;
  ticket_priorities: TicketPrioritiesTable;
  ticket_reads: TicketReadsTable;
  ticket_steps: TicketStepsTable;
  ticket_subject_words: TicketSubjectWordsTable;
  ticket_tags: TicketTagsTable;
  ticket_tasks: TicketTasksTable;
  ticket_type_fields: TicketTypeFieldsTable;
  ticket_type_stages: TicketTypeStagesTable;
  ticket_types: TicketTypesTable;
  ticket_views: TicketViewsTable;
  ticket_words: TicketWordsTable;
  tickets: TicketsTable;
  undeliverable_addresses: UndeliverableAddressesTable;
  withdrawn_mail_events: WithdrawnMailEventsTable;
}
