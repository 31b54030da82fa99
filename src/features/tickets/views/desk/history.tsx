import type { ComponentChildren } from "preact";
import type { Locale } from "../../../../platform/i18n/index.ts";
import type { IconName, SystemEvent } from "../../../../ui/index.ts";
import { answerChanges, type Answers } from "../../../ticket-types/index.ts";
import type { Changes, Field, FieldValue } from "../../rules/changes.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import { statusName } from "../../rules/status.ts";
import type { ConfirmationWay, LinkKind, Priority, Status, TicketType, Visibility } from "../../rules/ticket.ts";
import { words } from "../../words.ts";
import { approvalWords } from "../../words-approval.ts";
import { deskWords, type Happened } from "../../words-desk.ts";
import { procedureWords } from "../../words-procedure.ts";
import { productNamesOf } from "../product-names.ts";
import { saidTogether, togetherHappened, togetherIcons } from "./together-history.ts";
import { nameOf, namesOf, organisationName, teamName, type Around } from "./around.ts";

interface Reader {
  around: Around;
  locale: Locale;
  /** Of the ticket whose history is told; it may call statuses its own names. */
  type: TicketType;
}

/** One line of history: who did what, and what it changed. */
export const historyLine = (entry: TimelineEntry, reader: Reader): SystemEvent => ({
  id: `e${entry.id}`,
  icon: icons[entry.name] ?? togetherIcons[entry.name] ?? "pencil",
  at: entry.at,
  words: sentence(entry, reader),
});

const sentence = (entry: TimelineEntry, reader: Reader): ComponentChildren => {
  const w = deskWords[reader.locale];
  const details = detailsOf(entry);
  const changed = changeTexts(details, reader);
  const did =
    togetherHappened(entry, reader.locale) ??
    w.happened[entry.name]?.(factsOf(entry, reader)) ??
    approvalHappened(entry, reader) ??
    verdictHappened(entry, reader) ??
    words[reader.locale].events[entry.name as "ticket.changed"];
  const given = entry.payload["reason"] ?? entry.payload["versionReason"] ?? entry.payload["words"];
  const reason = typeof given === "string" ? given : "";
  return (
    <>
      <b>{whoDid(entry, reader)}</b> {entry.name === "ticket.changed" ? w.changedFields : did}
      {changed.length > 0 && (entry.name === "ticket.changed" ? ` ${changed.join("; ")}` : `. ${changed.join("; ")}`)}
      {reason && ` ${w.composer.quoted({ text: reason })}`}
    </>
  );
};

/** Of a proposed solution and what became of it. */
const approvalHappened = (entry: TimelineEntry, reader: Reader): string | undefined => {
  const { happened } = approvalWords[reader.locale];
  const because = entry.payload["because"] === "expired" ? "expired" : "withdrawn";
  return Object.hasOwn(happened, entry.name)
    ? happened[entry.name as keyof typeof happened]({ names: factsOf(entry, reader).names, because })
    : undefined;
};

/** Of what a customer said elsewhere, or what went without his word. */
const verdictHappened = ({ name, payload }: TimelineEntry, { locale }: Reader): string | undefined => {
  const { confirmation: w, feedback } = procedureWords[locale];
  if (name === "ticket.confirmation-recorded")
    return w.recorded({ way: w.ways[payload["how"] as ConfirmationWay], by: textOf(payload["by"]) });
  if (name === "ticket.confirmation-waived") return w.went;
  return name === "ticket.feedback-waived" ? feedback.went : undefined;
};

export const whoDid = ({ actor }: Pick<TimelineEntry, "actor">, { locale }: Pick<Reader, "locale">): string =>
  actor.kind === "system" ? deskWords[locale].system : actor.name || deskWords[locale].somebody;

/** What the sentence itself already says is not said again behind it. */
const detailsOf = ({ name, changes }: TimelineEntry): Changes => {
  if (name === "ticket.changed") return changes;
  const said = name === "ticket.opened" || name === "ticket.submitted" ? Object.keys(changes) : saidByName;
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !said.includes(field)));
};
const saidByName: readonly string[] = [
  ...saidTogether,
  "status",
  "stage",
  "solution",
  "approval",
  "assigneeIds",
  "participantIds",
  "requesterId",
  "rating",
];

const factsOf = ({ payload, changes }: TimelineEntry, { around, locale, type }: Reader): Happened => {
  const ids = Array.isArray(payload["personIds"]) ? (payload["personIds"] as number[]) : [];
  const { personId, number, followUpNumber, rating, kind, channel, name, environment } = payload;
  const status = changes.status?.to;
  return {
    names: namesOf(around, ids).join(", "),
    name: typeof name === "string" && name ? name : typeof personId === "number" ? nameOf(around, personId) : "",
    number: typeof number === "number" ? number : typeof followUpNumber === "number" ? followUpNumber : 0,
    rating: typeof rating === "number" ? rating : 0,
    kind: typeof kind === "string" ? words[locale].linkKinds[kind as LinkKind] : "",
    channel: typeof channel === "string" ? words[locale].channels[channel as "mail"] : "",
    environment: typeof environment === "string" ? environment : "",
    ...stageFacts({ payload, changes }, { locale, type }),
    status: typeof status === "string" ? statusWord(status, { locale, type }) : "",
  };
};

const stageFacts = (
  { payload, changes }: Pick<TimelineEntry, "payload" | "changes">,
  { locale, type }: Pick<Reader, "locale" | "type">,
): Pick<Happened, "stage" | "step" | "isDone"> => {
  const key = changes.stage?.to ?? payload["stage"];
  const stage = type.stages.find((each) => each.key === key);
  const step = stage?.steps.find((each) => each.key === payload["step"]);
  return { stage: stage?.names[locale] ?? "", step: step?.[locale] ?? "", isDone: payload["isDone"] === true };
};

/** Each change as "Priority: Medium → High"; people and tags as what came and what went. */
export const changeTexts = (changes: Changes, reader: Reader): string[] =>
  (Object.entries(changes) as [Field, { from: FieldValue; to: FieldValue }][]).flatMap(([field, { from, to }]) => {
    if (field === "customFields") return answerTexts({ from, to }, reader);
    const label = words[reader.locale].fields[field];
    if (Array.isArray(from) && Array.isArray(to))
      return `${label}: ${difference(from, to, (id) => one(field, id, reader))}`;
    return from === null || from === ""
      ? `${label}: ${one(field, to, reader)}`
      : `${label}: ${one(field, from, reader)} → ${one(field, to, reader)}`;
  });

/** Each question by its name; one of an earlier type is still called what it was called there. */
const answerTexts = (
  { from, to }: { from: FieldValue; to: FieldValue },
  { around, type, locale }: Reader,
): string[] => {
  const reading = { locale, timeZone: "UTC" };
  const fields = [...type.fields, ...around.types.flatMap((each) => each.fields)];
  return answerChanges({ from: from as Answers, to: to as Answers }, { fields, reading }).map((change) => {
    const now = change.to ?? words[locale].nothing;
    return change.from === null ? `${change.name}: ${now}` : `${change.name}: ${change.from} → ${now}`;
  });
};

const difference = (
  from: readonly (string | number)[],
  to: readonly (string | number)[],
  say: (value: string | number) => string,
): string =>
  [
    ...to.filter((each) => !from.includes(each)).map((each) => `+ ${say(each)}`),
    ...from.filter((each) => !to.includes(each)).map((each) => `− ${say(each)}`),
  ].join(", ");

const statusWord = (status: string, { locale, type }: Pick<Reader, "locale" | "type">): string =>
  statusName({ status: status as Status, type })[locale];

const one = (field: Field, value: FieldValue, reader: Reader): string => {
  const { around, locale } = reader;
  const w = words[locale];
  if (value === null || value === "") return w.nothing;
  switch (field) {
    case "status":
      return statusWord(textOf(value), reader);
    case "priority":
      return w.priorities[value as Priority];
    case "visibility":
      return w.visibilities[value as Visibility];
    case "type":
      return around.types.find(({ id }) => id === value)?.names[locale] ?? textOf(value);
    case "developmentStatusId":
      return around.developmentStatuses.find(({ id }) => id === value)?.names[locale] ?? textOf(value);
    case "teamId":
      return teamName(around, Number(value)) ?? w.deletedTeam;
    case "productId":
    case "versionId":
    case "moduleId":
      return productNamesOf(around.products)(field, Number(value)) ?? textOf(value);
    case "organisationId":
      return organisationName(around, Number(value)) ?? textOf(value);
    case "requesterId":
    case "assigneeIds":
    case "participantIds":
      return nameOf(around, Number(value));
    default:
      return textOf(value);
  }
};

const textOf = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);

const icons: Readonly<Record<string, IconName>> = {
  "ticket.drafted": "circle-dashed",
  "ticket.submitted": "send",
  "ticket.opened": "inbox",
  "ticket.reply-taken-back": "undo-2",
  "ticket.assigned": "user-plus",
  "ticket.taken": "hand",
  "ticket.unassigned": "user",
  "ticket.started": "circle-play",
  "ticket.asked": "hourglass",
  "ticket.held": "circle-pause",
  "ticket.released": "circle-play",
  "ticket.resolved": "circle-check",
  "ticket.closed": "check-check",
  "ticket.reminded": "bell",
  "ticket.stalled": "hourglass",
  "ticket.solution-documented": "book-open",
  "ticket.confirmed": "badge-check",
  "ticket.confirmation-recorded": "badge-check",
  "ticket.confirmation-waived": "zap",
  "ticket.feedback-waived": "zap",
  "ticket.solution-proposed": "hourglass",
  "ticket.solution-approved": "badge-check",
  "ticket.solution-declined": "circle-x",
  "ticket.proposal-withdrawn": "undo-2",
  "ticket.approval-waived": "zap",
  "ticket.stage-changed": "list-ordered",
  "ticket.step-ticked": "list-ordered",
  "ticket.access-granted": "key-round",
  "ticket.access-ended": "key-round",
  "ticket.cancelled": "circle-x",
  "ticket.reopened": "refresh-cw",
  "ticket.requester-changed": "circle-user",
  "ticket.participant-added": "user-plus",
  "ticket.participant-removed": "user",
  "ticket.followed-up": "forward",
  "ticket.linked": "link",
  "ticket.unlinked": "link",
  "ticket.rated": "star",
  "ticket.passed-to-supplier": "forward",
  "ticket.written-to-supplier": "send",
  "ticket.supplier-answered": "mail",
  "ticket.supplier-ended": "circle-x",
};

/** Everybody whom the entries name by id, so that the page can load them. */
export const peopleIn = (entries: readonly TimelineEntry[]): number[] =>
  entries.flatMap(({ payload, changes }) => [
    ...(typeof payload["personId"] === "number" ? [payload["personId"]] : []),
    ...(Array.isArray(payload["personIds"]) ? (payload["personIds"] as number[]) : []),
    ...personFields.flatMap((field) =>
      [changes[field]?.from, changes[field]?.to].flat().filter((each) => typeof each === "number"),
    ),
  ]);
const personFields = ["assigneeIds", "participantIds", "requesterId"] as const;
