import type { Tx } from "../../../platform/db/db.ts";
import { listTeams, organisationsByIds, peopleByIds } from "../../people/index.ts";
import { listDevelopmentStatuses } from "../../ticket-types/index.ts";
import type { Field } from "../rules/changes.ts";
import { customerStatusName, statusName } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { words } from "../words.ts";

/** A sentence reads it in either language. */
export interface Said {
  en: string;
  de: string;
}

const same = (text: string): Said => ({ en: text, de: text });
const inBoth = (say: (w: typeof words.en) => string): Said => ({ en: say(words.en), de: say(words.de) });

const most = 80;
const shortened = (text: string): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** What a field of the ticket is now, as whoever wanted to change it reads; undefined where that cannot be said in a line. */
export const saidNow = async (
  tx: Tx,
  ticket: Ticket,
  { field, isForCustomer }: { field: Field; isForCustomer: boolean },
): Promise<Said | undefined> => {
  const value = ticket[field];
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0)) return inBoth((w) => w.nothing);
  switch (field) {
    case "status":
      return isForCustomer ? customerStatusName(ticket) : statusName(ticket);
    case "type":
      return ticket.type.names;
    case "priority":
      return inBoth((w) => (ticket.priority ? w.priorities[ticket.priority] : w.nothing));
    case "visibility":
      return inBoth((w) => w.visibilities[ticket.visibility]);
    case "subject":
    case "plannedVersion":
    case "result":
      return same(shortened(ticket[field] ?? ""));
    case "tags":
      return same(ticket.tags.join(", "));
    case "assigneeIds":
    case "participantIds":
      return namesOf(tx, ticket[field]);
    case "requesterId":
      return namesOf(tx, [ticket.requesterId]);
    case "teamId":
      return same((await listTeams(tx)).find(({ id }) => id === value)?.name ?? "");
    case "organisationId":
      return same((await organisationsByIds(tx, [Number(value)])).get(Number(value))?.name ?? "");
    case "developmentStatusId":
      return (await listDevelopmentStatuses(tx)).find(({ id }) => id === value)?.names;
    default:
      return undefined;
  }
};

const namesOf = async (tx: Tx, personIds: readonly number[]): Promise<Said> => {
  const people = await peopleByIds(tx, personIds);
  return same(personIds.map((id) => people.get(id)?.name ?? `#${id}`).join(", "));
};
