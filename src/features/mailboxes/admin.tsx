import { randomUUID } from "node:crypto";
import { NotFound } from "../../platform/errors.ts";
import type { Reader } from "../../platform/db/db.ts";
import { administrators } from "../../platform/http/access.ts";
import { freshForm, type FormState } from "../../platform/http/form.ts";
import { get, page, post, redirectSaying, type Ask, type Page, type Route } from "../../platform/http/route.ts";
import { submit } from "../../platform/http/submit.ts";
import { getDesk } from "../desk-settings/index.ts";
import {
  addMailAddress,
  changeMailAddress,
  countUses,
  getMailAddress,
  listMailAddresses,
  mailAddressesTopic,
  restoreMailAddress,
  retireMailAddress,
} from "../mail-addresses/index.ts";
import { listTeams } from "../people/index.ts";
import { listTicketTypes } from "../ticket-types/index.ts";
import { pauseMailbox, removeMailbox } from "./actions/pause-mailbox.ts";
import { setMailbox } from "./actions/set-mailbox.ts";
import { sealSecret } from "./mailbox.ts";
import { findMailbox, listMailboxes } from "./store.ts";
import { AddressList } from "./views/address-list.tsx";
import { AddressPage, NewAddressPage } from "./views/address-page.tsx";
import { MailboxPage } from "./views/mailbox-page.tsx";
import type { Offer } from "./views/offer.ts";
import { mailAddressesPath as path, mailAddressHref } from "./views/paths.ts";
import { phrase, words } from "./words.ts";

const section = path;
const topics = [mailAddressesTopic];

const idOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

const offerOf = async (db: Reader): Promise<Offer> => ({
  teams: await listTeams(db),
  types: await listTicketTypes(db),
});

const listPage = async ({ context: { db }, actor }: Ask): Promise<Page> =>
  page(
    words[actor.locale].title,
    <AddressList
      addresses={await listMailAddresses(db)}
      mailboxes={new Map((await listMailboxes(db)).map((mailbox) => [mailbox.addressId, mailbox]))}
      uses={await countUses(db, "ticket")}
      offer={await offerOf(db)}
      main={(await getDesk(db)).mailAddress}
    />,
    { width: "wide", section, topics },
  );

const newPage = async ({ context: { db }, actor }: Ask, state: FormState = freshForm()): Promise<Page> =>
  page(words[actor.locale].add, <NewAddressPage offer={await offerOf(db)} state={state} once={randomUUID()} />, {
    section,
  });

const addressPage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const { db, config } = ask.context;
  const address = await getMailAddress(db, idOf(ask));
  return page(
    address.address,
    <AddressPage
      address={address}
      mailbox={await findMailbox(db, address.id)}
      offer={await offerOf(db)}
      state={state}
      uses={(await countUses(db, "ticket")).get(address.id) ?? 0}
      isMain={address.address === (await getDesk(db)).mailAddress}
      smtp={config.smtpIn}
    />,
    { section, topics },
  );
};

const mailboxPage = async (ask: Ask, state: FormState = freshForm()): Promise<Page> => {
  const { db } = ask.context;
  const address = await getMailAddress(db, idOf(ask));
  const mailbox = await findMailbox(db, address.id);
  return page(
    words[ask.actor.locale].mailboxOf({ address: address.address }),
    <MailboxPage address={address} mailbox={mailbox} state={state} />,
    { section },
  );
};

/** Sealed before anything else sees it; undefined when nothing was entered. */
const sealedIn = ({ form, context: { cipher } }: Ask): string | undefined => {
  const isOAuth = form.text("signIn") === "oauth2";
  const given = isOAuth
    ? { clientSecret: form.text("clientSecret"), refreshToken: form.text("refreshToken") }
    : { password: form.text("password") };
  return Object.values(given).some((each) => each !== "") ? sealSecret(cipher, given) : undefined;
};

const addressRoutes: readonly Route[] = [
  get(path, administrators, listPage),
  get(`${path}/new`, administrators, (ask) => newPage(ask)),
  post(path, administrators, (ask) =>
    submit(ask, {
      action: addMailAddress,
      input: ask.form.values(),
      done: ({ addressId }) => redirectSaying(ask, mailAddressHref(addressId), phrase("addressAdded")),
      again: (state) => newPage(ask, state),
    }),
  ),
  get(`${path}/:id`, administrators, (ask) => addressPage(ask)),
  post(`${path}/:id`, administrators, (ask) =>
    submit(ask, {
      action: changeMailAddress,
      input: { ...ask.form.values(), addressId: idOf(ask) },
      done: () => redirectSaying(ask, mailAddressHref(idOf(ask)), phrase("saved")),
      again: (state) => addressPage(ask, state),
    }),
  ),
  post(`${path}/:id/retire`, administrators, (ask) =>
    submit(ask, {
      action: retireMailAddress,
      input: { addressId: idOf(ask) },
      done: () => redirectSaying(ask, mailAddressHref(idOf(ask)), phrase("addressRetired")),
      again: (state) => addressPage(ask, state),
    }),
  ),
  post(`${path}/:id/restore`, administrators, (ask) =>
    submit(ask, {
      action: restoreMailAddress,
      input: { addressId: idOf(ask) },
      done: () => redirectSaying(ask, mailAddressHref(idOf(ask)), phrase("addressRestored")),
      again: (state) => addressPage(ask, state),
    }),
  ),
];

const mailboxRoutes: readonly Route[] = [
  get(`${path}/:id/mailbox`, administrators, (ask) => mailboxPage(ask)),
  post(`${path}/:id/mailbox`, administrators, (ask) =>
    submit(ask, {
      action: setMailbox,
      input: { ...ask.form.values(), addressId: idOf(ask), sealedSecret: sealedIn(ask) },
      done: () => redirectSaying(ask, mailAddressHref(idOf(ask)), phrase("mailboxSet")),
      again: (state) => mailboxPage(ask, state),
    }),
  ),
  post(`${path}/:id/mailbox/pause`, administrators, (ask) =>
    submit(ask, {
      action: pauseMailbox,
      input: { addressId: idOf(ask), isPaused: ask.form.text("isPaused") },
      done: () => {
        const word = ask.form.text("isPaused") ? "mailboxPaused" : "mailboxResumed";
        return redirectSaying(ask, mailAddressHref(idOf(ask)), phrase(word));
      },
      again: (state) => addressPage(ask, state),
    }),
  ),
  post(`${path}/:id/mailbox/remove`, administrators, (ask) =>
    submit(ask, {
      action: removeMailbox,
      input: { addressId: idOf(ask) },
      done: () => redirectSaying(ask, mailAddressHref(idOf(ask)), phrase("mailboxRemoved")),
      again: (state) => addressPage(ask, state),
    }),
  ),
];

export const mailAddressRoutes = [...addressRoutes, ...mailboxRoutes];
