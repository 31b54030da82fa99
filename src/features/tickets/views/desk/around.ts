import type { DevelopmentStatus, PriorityCriteria } from "../../../ticket-types/index.ts";
import type { Product } from "../../../products/index.ts";
import type { Organisation, Person, Team } from "../../../people/index.ts";
import type { TicketType } from "../../rules/ticket.ts";

/** The people and things that a page's tickets point at by id, loaded once for the whole page. */
export interface Around {
  people: ReadonlyMap<number, Person>;
  organisations: ReadonlyMap<number, Organisation>;
  teams: readonly Team[];
  types: readonly TicketType[];
  developmentStatuses: readonly DevelopmentStatus[];
  /** When to choose which priority. */
  criteria: PriorityCriteria;
  /** With their versions and modules, the retired ones among them. */
  products: readonly Product[];
  /** Who works at the desk now, by name. */
  agents: readonly Person[];
}

export const nameOf = ({ people }: Pick<Around, "people">, personId: number): string =>
  people.get(personId)?.name ?? `#${personId}`;

export const namesOf = (around: Pick<Around, "people">, personIds: readonly number[]): string[] =>
  personIds.map((id) => nameOf(around, id));

export const organisationName = (
  { organisations }: Pick<Around, "organisations">,
  id: number | null,
): string | undefined => (id === null ? undefined : organisations.get(id)?.name);

export const teamName = ({ teams }: Pick<Around, "teams">, id: number | null): string | undefined =>
  teams.find((team) => team.id === id)?.name;

/** "Maria Huber <maria@example.org>", or the name alone for somebody without an address. */
export const addressed = ({ name, email }: Pick<Person, "name" | "email">): string =>
  email === null || email === name ? name : `${name} <${email}>`;
