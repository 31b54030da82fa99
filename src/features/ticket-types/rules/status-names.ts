import type { Names, Status, TicketType } from "./type.ts";

/** What agents read where a type has no name of its own. */
export const usualNames: Readonly<Record<Status, Names>> = {
  draft: { en: "Draft", de: "Entwurf" },
  open: { en: "Open", de: "Offen" },
  assigned: { en: "Assigned", de: "Zugewiesen" },
  in_progress: { en: "In progress", de: "In Arbeit" },
  waiting: { en: "Waiting", de: "Wartend" },
  on_hold: { en: "On hold", de: "Angehalten" },
  resolved: { en: "Resolved", de: "Gelöst" },
  closed: { en: "Closed", de: "Geschlossen" },
  cancelled: { en: "Cancelled", de: "Abgebrochen" },
};

/** What customers read: whose turn it is, they learn from the word itself. */
export const usualCustomerNames: Readonly<Record<Status, Names>> = {
  ...usualNames,
  waiting: { en: "Waiting for your answer", de: "Wartet auf Ihre Antwort" },
};

/** The names in one language. */
export const namesIn = (locale: "en" | "de", names: Readonly<Record<Status, Names>>): Record<Status, string> =>
  Object.fromEntries(Object.entries(names).map(([status, name]) => [status, name[locale]])) as Record<Status, string>;

/** Whether somebody is assigned yet is the desk's own affair, unless the type tells customers. */
export const tellable = ["assigned", "in_progress"] as const satisfies readonly Status[];

/** A status as somebody reads it: the words, and the status whose look it has. */
export interface StatusName extends Names {
  status: Status;
}

interface Named {
  status: Status;
  type: Pick<TicketType, "statusNames" | "customerStatusNames" | "toldStatuses">;
}

/** What agents call the ticket's status. */
export const statusName = ({ status, type }: Named): StatusName => ({
  status,
  ...(type.statusNames[status] ?? usualNames[status]),
});

/** The status that customers know of. */
export const customerStatus = ({ status, type }: { status: Status; type: Pick<TicketType, "toldStatuses"> }): Status =>
  tellable.some((each) => each === status) && !type.toldStatuses.includes(status) ? "open" : status;

/** What customers call it. */
export const customerStatusName = (named: Named): StatusName => {
  const status = customerStatus(named);
  return { status, ...(named.type.customerStatusNames[status] ?? usualCustomerNames[status]) };
};
