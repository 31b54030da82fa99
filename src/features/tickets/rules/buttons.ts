import type { Verb } from "./status.ts";
import type { Ticket } from "./ticket.ts";

const without = (offered: ReadonlySet<Verb>, gone: readonly (Verb | false)[]): ReadonlySet<Verb> =>
  new Set([...offered].filter((verb) => !gone.includes(verb)));

/** For which of the verbs that are offered the desk's page has a button. */
export const buttonsAtDesk = (
  { approval, visibility }: Pick<Ticket, "approval" | "visibility">,
  offered: ReadonlySet<Verb>,
): ReadonlySet<Verb> =>
  // One proposal at a time is asked about, and only those who see the ticket can be asked.
  without(offered, [(approval === "pending" || visibility === "internal") && "propose"]);

/** The same of the portal's. */
export const buttonsInPortal = (offered: ReadonlySet<Verb>): ReadonlySet<Verb> =>
  // A rating closes as well; two ways to the same end would only make people wonder.
  without(offered, [offered.has("rate") && "close"]);
