import { readableAddress } from "../../platform/address.ts";
import type { Reader, Tx } from "../../platform/db/db.ts";
import { findDesk, getDesk, type Desk } from "../desk-settings/index.ts";
import { findUse, insertUse, listMailAddresses, type About, type MailAddress } from "./store.ts";

/** The desk with all addresses of its own: `mailAddress` is the first, `others` the rest. */
export type MailDesk = Desk & { others: readonly string[] };

const withOthers = async (db: Reader, desk: Desk): Promise<MailDesk> => ({
  ...desk,
  others: (await listMailAddresses(db)).map(({ address }) => address).filter((each) => each !== desk.mailAddress),
});

/** Throws `NotFound` before the set-up. */
export const getMailDesk = async (db: Reader): Promise<MailDesk> => withOthers(db, await getDesk(db));

export const findMailDesk = async (db: Reader): Promise<MailDesk | undefined> => {
  const desk = await findDesk(db);
  return desk && withOthers(db, desk);
};

/** Signed reply addresses carry a tag behind a `+`, which does not make another address of it. */
const withoutTag = (address: string): string => address.replace(/\+[^@]*@/, "@");

/** The own address that a message was sent to: the first one that is known, in the order given. */
export const addressAmong = async (db: Reader, recipients: readonly string[]): Promise<MailAddress | undefined> => {
  const known = new Map((await listMailAddresses(db)).map((each) => [each.address, each]));
  for (const recipient of recipients) {
    const address = readableAddress(recipient.trim().toLowerCase());
    const found = known.get(address) ?? known.get(withoutTag(address));
    if (found) return found;
  }
  return undefined;
};

/** Mails about it leave from the address that it came in by. */
export const rememberAddress = (tx: Tx, about: About, { id }: Pick<MailAddress, "id">): Promise<void> =>
  insertUse(tx, about, id);

/** From where a mail leaves. */
export interface Sender {
  name: string;
  address: string;
}

interface Subject {
  about?: About | undefined;
  /** The team that takes care of it. */
  teamId?: number | null | undefined;
}

/** The address that it came in by, or else its team's, or else the desk's. Retired ones are not written from. */
export const senderOf = async (db: Reader, { about, teamId }: Subject): Promise<Sender> => {
  const desk = await getDesk(db);
  const used = about && (await findUse(db, about));
  const ofTeam =
    teamId === null || teamId === undefined
      ? undefined
      : (await listMailAddresses(db)).find((each) => each.teamId === teamId && !each.retiredAt);
  const chosen = used && !used.retiredAt ? used : ofTeam;
  return chosen
    ? { name: chosen.name || desk.name, address: chosen.address }
    : { name: desk.name, address: desk.mailAddress };
};
