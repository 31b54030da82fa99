import type { Actor } from "../../platform/actor.ts";
import type { Reader, Tx } from "../../platform/db/db.ts";
import { Invalid } from "../../platform/errors.ts";
import { address } from "../../platform/input.ts";
import { ensurePerson, findPersonByEmail, searchPeople, type Person } from "../people/index.ts";
import { deskPhrase } from "./words-desk.ts";

const most = 8;

/** Everybody who may be meant by a name, an address or a telephone number; an address in full means one. */
export const peopleBy = async (db: Reader, text: string): Promise<Person[]> => {
  const exact = await findPersonByEmail(db, text);
  return exact ? [exact] : searchPeople(db, text, most);
};

/** The one who is meant; with an address that nobody has, somebody new. Throws `Invalid` for the field `requester`. */
export const personBy = async (tx: Tx, actor: Actor, text: string): Promise<Person> => {
  const email = address.safeParse(text);
  if (email.success) return (await ensurePerson(tx, actor, { name: "", email: email.data })).person;
  const [only, ...more] = await searchPeople(tx, text, most);
  if (!only) throw new Invalid({ requester: deskPhrase("noSuchPerson", { text }) });
  if (more.length > 0)
    throw new Invalid({
      requester: deskPhrase("severalPeople", { names: [only, ...more].map(({ name }) => name).join(", ") }),
    });
  return only;
};
