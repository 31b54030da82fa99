import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { id, words } from "../../../platform/input.ts";
import { ticketChanged } from "../events.ts";
import { undoable } from "../events-undo.ts";
import { changesOf, type Field, type Patch } from "../rules/changes.ts";
import { unmetDemand } from "../rules/demands.ts";
import { move, statusIn } from "../rules/status.ts";
import { priorities, visibilities, type Ticket } from "../rules/ticket.ts";
import { getTicketType, listDevelopmentStatuses } from "../../ticket-types/index.ts";
import { approvalPhrase } from "../words-approval.ts";
import { togetherPhrase } from "../words-together.ts";
import { phrase } from "../words.ts";
import { begin, commit, refuseOutdated, type Changed } from "./changing.ts";
import { answersAfter } from "./answering.ts";
import { productAfter, productInput } from "./choosing-product.ts";
import { teamAmong } from "./desk-choices.ts";
import { customFields, formVersion, holdSeconds, longestSubject, tags, ticketId } from "./inputs.ts";
import { organisationOf } from "./opening.ts";
import { keepOrders } from "./orders.ts";
import { planVersion } from "./plan-version.ts";
import { mayRank } from "./ranking.ts";

/** Words that may be taken away again: empty text and null both mean "none". */
const fact = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((text) => text || null)
    .optional();

/** A choice that may be taken back: empty text and null both mean "none". */
const orNone = <S extends z.ZodType>(choice: S) =>
  z.preprocess((value) => (value === "" ? null : value), choice.nullable()).optional();

const input = z.object({
  ticketId,
  version: formVersion,
  holdSeconds,
  subject: words(longestSubject).optional(),
  typeId: id.optional(),
  priority: orNone(z.enum(priorities)),
  visibility: z.enum(visibilities).optional(),
  organisationId: orNone(id),
  teamId: orNone(id),
  tags: tags.optional(),
  ...productInput,
  developmentStatusId: orNone(id),
  plannedVersion: fact(100),
  /** Why another one than was said before; read by everybody who waits for it. */
  versionReason: z.string().trim().max(1_000).optional(),
  result: fact(5_000),
  /** Only the fields that are named change; null takes one away. */
  customFields: customFields.optional(),
});
type Input = z.output<typeof input>;

export const changeFields = action({
  name: "tickets.change",
  description: "Changes facts about the ticket. What is not given stays; what is the same is no change.",
  input,
  async run(tx, actor, input): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "change", input);
    move(ticket, "change");
    const patch = await patchOf(tx, ticket, input);
    const fields = Object.keys(changesOf(ticket, patch)) as Field[];
    if (fields.length === 0) return undefined;
    await refuseOutdated(tx, ticket, { version: input.version, fields });
    keepVisible(ticket, patch);
    keepDemands(ticket, patch);
    if (patch.type) await keepOrders(tx, ticket, patch.type);
    if (fields.includes("priority") && !(await mayRank(tx, actor, ticket)))
      throw new Forbidden(togetherPhrase("onlyTechniciansRank"));
    const { plannedVersion, ...others } = patch;
    // What was cancelled was not solved, whatever another type calls it.
    const marks = { isUnsolved: ticket.status === "cancelled" };
    if (!fields.includes("plannedVersion") || plannedVersion === undefined)
      return (
        await commit(tx, actor, ticket, { event: undoable(ticketChanged(), ticket, input.holdSeconds), patch, marks })
      ).changed;
    // A planned version has a history of its own, with reasons.
    const isAll = fields.length === 1;
    const current = isAll
      ? ticket
      : (await commit(tx, actor, ticket, { event: ticketChanged(), patch: others, marks })).ticket;
    return (await planVersion(tx, actor, current, { plannedVersion, versionReason: input.versionReason ?? "" }))
      .changed;
  },
});

const patchOf = async (tx: Tx, ticket: Ticket, input: Input): Promise<Patch> => {
  const type = input.typeId === undefined ? undefined : await typeFor(tx, ticket, input.typeId);
  const { hasPriority } = type ?? ticket.type;
  if (input.priority && !hasPriority) throw new Invalid({ priority: phrase("hasNoPriority") });
  return given({
    subject: input.subject,
    type,
    // A status that the new type does not use gives way to the nearest one.
    status: type && statusAfter(ticket, type),
    priority: hasPriority ? (input.priority ?? (type && (ticket.priority ?? "medium"))) : null,
    visibility: input.visibility,
    organisationId: input.organisationId && (await organisationOf(tx, ticket.requesterId, input.organisationId)),
    teamId: input.teamId && (await teamAmong(tx, input.teamId, ticket.teamId)),
    tags: input.tags,
    ...(await productAfter(tx, ticket, input)),
    developmentStatusId:
      input.developmentStatusId && (await developmentStatusFor(tx, ticket, input.developmentStatusId)),
    plannedVersion: input.plannedVersion,
    result: input.result,
    customFields: input.customFields && answersAfter(ticket, { type: type ?? ticket.type, given: input.customFields }),
  });
};

const typeFor = async (tx: Tx, ticket: Ticket, typeId: number): Promise<Ticket["type"]> => {
  if (typeId === ticket.type.id) return ticket.type;
  const type = await getTicketType(tx, typeId);
  if (type.isRetired) throw new Invalid({ typeId: phrase("typeRetired") });
  return type;
};

/** Changing the type is no way to close a ticket, past all that closing demands and without a word to its customer. */
const statusAfter = (ticket: Ticket, type: Ticket["type"]): Ticket["status"] => {
  const status = statusIn(ticket, type);
  if (ticket.status === "resolved" && status === "closed") throw new Conflict(phrase("typeWouldClose"));
  return status;
};

/** Those who were asked would lose sight of what they are to decide. */
const keepVisible = ({ approval }: Ticket, { visibility }: Patch): void => {
  if (visibility === "internal" && approval === "pending") throw new Conflict(approvalPhrase("stillAsked"));
};

/** Nobody demands anything of customers who do not see a ticket; shown again, it must not be over past what its type demands of them. */
const keepDemands = (ticket: Ticket, { visibility, type = ticket.type }: Patch): void => {
  const verb = endedBy[ticket.status];
  if (visibility !== "public" || ticket.visibility === "public" || verb === undefined) return;
  if (unmetDemand({ ...ticket, type, visibility }, verb)) throw new Conflict(approvalPhrase("wouldBeOver"));
};

const endedBy: Partial<Record<Ticket["status"], "resolve" | "close">> = { resolved: "resolve", closed: "close" };

const developmentStatusFor = async (tx: Tx, ticket: Ticket, chosen: number): Promise<number> => {
  const status = (await listDevelopmentStatuses(tx)).find(({ id }) => id === chosen);
  if (!status || (status.isRetired && status.id !== ticket.developmentStatusId))
    throw new Invalid({ developmentStatusId: phrase("developmentStatusRetired") });
  return status.id;
};

type Loose<T> = { [K in keyof T]?: T[K] | undefined };
const given = (patch: Loose<Patch>): Patch =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
