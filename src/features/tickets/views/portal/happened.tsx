import { formatNumber, type Locale } from "../../../../platform/i18n/index.ts";
import type { IconName, SystemEvent } from "../../../../ui/index.ts";
import { answerChanges, type Answers } from "../../../ticket-types/index.ts";
import type { Changes, Field, FieldValue } from "../../rules/changes.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import { customerStatusName } from "../../rules/status.ts";
import type { Priority, Status, TicketType } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { approvalWords } from "../../words-approval.ts";
import { portalWords } from "../../words-portal.ts";
import { togetherNamed, togetherIcons } from "./together-happened.ts";
import type { ProductNames } from "../product-names.ts";

/** What the names of people, organisations and types are that a history points at by id. */
export interface Names {
  person(id: number): string;
  organisation(id: number): string;
  type(id: number): string;
  developmentStatus(id: number): string;
  /** Of a product, a version or a module. */
  product: ProductNames;
}

export interface HistoryReader {
  locale: Locale;
  names: Names;
  /** Of the request; it may call statuses its own names. */
  type: TicketType;
  /** Stands for what the program did by itself. */
  deskName: string;
  /** Whether it is the reader's answer that a request waits for. */
  isWriter: boolean;
}

/** One line of small print: what happened, and who did it. */
export const happenedLine = (entry: TimelineEntry, reader: HistoryReader): SystemEvent => {
  const who = entry.actor.kind === "system" ? reader.deskName : entry.actor.name;
  const said = [named(entry, reader), ...changed(besides(entry), reader)].filter(Boolean);
  return {
    id: `e${entry.id}`,
    icon: icons[entry.name] ?? togetherIcons[entry.name] ?? "pencil",
    at: entry.at,
    words: (
      <>
        <b>{said.join("; ")}</b>
        {who && <> · {who}</>}
        {spoken(entry).map((words) => (
          <span key={words} class="text-ink mt-1 block whitespace-pre-line">
            {words}
          </span>
        ))}
      </>
    ),
  };
};

/** What somebody said along with it: why he closed it, or how he found it. */
const spoken = ({ payload: { reason, words, versionReason } }: TimelineEntry): string[] =>
  [reason, words, versionReason].filter((each) => typeof each === "string" && each !== "") as string[];

/** Events that have a name of their own for customers; the others say only what they changed. */
const named = (entry: TimelineEntry, { locale, names }: HistoryReader): string => {
  const w = portalWords[locale].happened;
  const p = approvalWords[locale].portal;
  const { personId, name, rating, followUpNumber, environment } = entry.payload;
  const person = typeof name === "string" && name ? name : typeof personId === "number" ? names.person(personId) : "";
  switch (entry.name) {
    case "ticket.opened":
    case "ticket.submitted":
      return w.opened;
    case "ticket.closed":
      return w.closed;
    case "ticket.cancelled":
      return w.cancelled;
    case "ticket.reopened":
      return w.reopened;
    case "ticket.resolved":
      return togetherNamed(entry, locale) || w.resolved;
    case "ticket.reminded":
      return w.reminded;
    case "ticket.confirmed":
    case "ticket.confirmation-recorded":
      return w.confirmed;
    case "ticket.access-granted":
      return w.accessGranted({ environment: String(environment) });
    case "ticket.access-ended":
      return w.accessEnded({ environment: String(environment) });
    case "ticket.rated":
      return w.rated({ rating: Number(rating) });
    case "ticket.followed-up":
      return w.followedUp({ number: Number(followUpNumber) });
    case "ticket.participant-added":
      return w.participantAdded({ name: person });
    case "ticket.participant-removed":
      return w.participantRemoved({ name: person });
    case "ticket.requester-changed":
      return w.requesterChanged({ name: person });
    case "ticket.solution-proposed":
      return p.proposed;
    case "ticket.solution-approved":
      return p.approved;
    case "ticket.solution-declined":
      return p.declined;
    case "ticket.proposal-withdrawn":
      return entry.payload["because"] === "expired" ? p.expired : p.withdrawn;
    default:
      return togetherNamed(entry, locale);
  }
};

/** What the event's name itself does not say already. */
const besides = (entry: TimelineEntry): Changes => {
  const isNamed = entry.name !== "ticket.changed" && entry.name in saidByName;
  const said = [...alwaysSaid, ...(isNamed ? (saidByName[entry.name] ?? []) : [])];
  return Object.fromEntries(Object.entries(entry.changes).filter(([field]) => !said.includes(field as Field)));
};
// Who reads along is told by events of its own, and the solution stands at the top of the page.
const alwaysSaid: readonly Field[] = ["participantIds", "result"];
const saidByName: Readonly<Record<string, readonly Field[]>> = {
  "ticket.merged": ["status"],
  "ticket.version-planned": ["plannedVersion"],
  "ticket.closed": ["status", "rating"],
  "ticket.cancelled": ["status"],
  "ticket.reopened": ["status"],
  "ticket.resolved": ["status"],
  "ticket.confirmed": ["status"],
  "ticket.confirmation-recorded": ["status"],
  "ticket.solution-proposed": ["status"],
  "ticket.solution-approved": ["status"],
  "ticket.solution-declined": ["status"],
  "ticket.proposal-withdrawn": ["status"],
  "ticket.rated": ["status", "rating"],
  "ticket.submitted": ["status"],
  "ticket.requester-changed": ["requesterId"],
};

export const changed = (changes: Changes, reader: HistoryReader): string[] => {
  const w = portalWords[reader.locale].happened;
  return (Object.entries(changes) as [Field, { from: FieldValue; to: FieldValue }][]).flatMap(
    ([field, { from, to }]) => {
      if (field === "customFields") return answerTexts({ from, to }, reader);
      const facts = { field: words[reader.locale].fields[field], to: valueText(field, to, reader) };
      return from === null || from === ""
        ? w.set(facts)
        : w.changed({ ...facts, from: valueText(field, from, reader) });
    },
  );
};

const answerTexts = ({ from, to }: { from: FieldValue; to: FieldValue }, { locale, type }: HistoryReader): string[] => {
  const w = portalWords[locale].happened;
  const changes = answerChanges(
    { from: from as Answers, to: to as Answers },
    { fields: type.fields, reading: { locale, timeZone: "UTC" } },
  );
  return changes.map(({ name: field, from: before, to: now }) => {
    const facts = { field, to: now ?? words[locale].nothing };
    return before === null ? w.set(facts) : w.changed({ ...facts, from: before });
  });
};

const valueText = (field: Field, value: FieldValue, { locale, names, type, isWriter }: HistoryReader): string => {
  const w = words[locale];
  if (value === null || value === "") return w.nothing;
  switch (field) {
    case "status":
      if (value === "waiting" && !isWriter) return portalWords[locale].waitingForOther;
      return customerStatusName({ status: value as Status, type })[locale];
    case "priority":
      return w.priorities[value as Priority];
    case "type":
      return names.type(Number(value));
    case "developmentStatusId":
      return names.developmentStatus(Number(value));
    case "productId":
    case "versionId":
    case "moduleId":
      return names.product(field, Number(value)) ?? "";
    case "organisationId":
      return names.organisation(Number(value));
    case "requesterId":
      return names.person(Number(value));
    case "rating":
      return formatNumber(Number(value), locale);
    default:
      return typeof value === "object" ? "" : String(value);
  }
};

const icons: Readonly<Record<string, IconName>> = {
  "ticket.opened": "send",
  "ticket.submitted": "send",
  "ticket.asked": "reply",
  "ticket.held": "circle-pause",
  "ticket.released": "circle-play",
  "ticket.started": "circle-play",
  "ticket.resolved": "circle-check",
  "ticket.closed": "check-check",
  "ticket.cancelled": "circle-x",
  "ticket.reopened": "refresh-cw",
  "ticket.rated": "star",
  "ticket.solution-proposed": "hourglass",
  "ticket.solution-approved": "badge-check",
  "ticket.solution-declined": "circle-x",
  "ticket.proposal-withdrawn": "undo-2",
  "ticket.followed-up": "forward",
  "ticket.requester-changed": "circle-user",
  "ticket.participant-added": "user-plus",
  "ticket.participant-removed": "user",
};
