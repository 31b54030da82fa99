import { agents } from "../../../platform/http/access.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { get, page } from "../../../platform/http/route.ts";
import { listPackages, organisationsOf, type Person } from "../../people/index.ts";
import { peopleBy } from "../person-by.ts";
import { Callers, callersPath, type Caller } from "../views/desk/callers.tsx";

const longest = 250;

/** Who may be calling, by the name, address or number that is just being typed. */
export const callersRoute = get(callersPath, agents, async (ask) => {
  const { db } = ask.context;
  const text = ask.query.get("requester")?.slice(0, longest).trim() ?? "";
  const found = text === "" ? [] : await peopleBy(db, text);
  return page("", <Callers callers={await callersOf(db, found)} />, { fragment: true });
});

export const callersOf = async (db: Reader, people: readonly Person[]): Promise<Caller[]> => {
  const packages = people.length === 0 ? [] : await listPackages(db);
  return Promise.all(
    people.map(async (person) => {
      const organisations = await organisationsOf(db, person.id);
      const booked = organisations.flatMap(({ packageId }) => packages.find(({ id }) => id === packageId) ?? []);
      return {
        person,
        organisations,
        mayCall: booked.length === 0 ? undefined : booked.some(({ hasTelephoneSupport }) => hasTelephoneSupport),
      };
    }),
  );
};
