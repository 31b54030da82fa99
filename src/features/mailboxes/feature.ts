import { hasRole } from "../../platform/actor.ts";
import type { Feature } from "../../platform/feature.ts";
import { listMailAddresses } from "../mail-addresses/index.ts";
import { mailAddressRoutes } from "./admin.tsx";
import { mailboxListener } from "./fetching.ts";
import { stateOf } from "./mailbox.ts";
import { listMailboxes } from "./store.ts";
import { mailAddressHref, mailAddressesPath } from "./views/paths.ts";
import { eventWords, words } from "./words.ts";

/** What the settings of an address and its mailbox are called in the audit log: as on their pages. */
const settingsIn = (w: typeof words.en): Readonly<Record<string, string>> => ({
  name: w.name,
  teamId: w.team,
  typeId: w.type,
  locale: w.language,
  host: w.host,
  port: w.port,
  security: w.security,
  username: w.username,
  signIn: w.signIn,
  secret: w.secret,
  tokenUrl: w.tokenUrl,
  clientId: w.clientId,
  scope: w.scope,
  folder: w.folder,
  moveTo: w.moveTo,
});

export const mailboxesFeature: Feature = {
  name: "mailboxes",
  routes: { admin: mailAddressRoutes },
  navigation: {
    admin: async ({ actor, context }) => {
      const w = words[actor.locale];
      const failing = (await listMailboxes(context.db)).filter((mailbox) => stateOf(mailbox) === "failing").length;
      return [
        {
          href: mailAddressesPath,
          label: w.title,
          icon: "mail",
          heading: w.heading,
          about: w.effect,
          ...(failing > 0 && { count: failing, countLabel: w.states.failing }),
        },
      ];
    },
  },
  listeners: [mailboxListener],
  effects: { "mailbox.set": [], "mailbox.paused": [], "mailbox.resumed": [], "mailbox.removed": [] },
  audited: {
    "mail-address": {
      label: { en: words.en.title, de: words.de.title },
      href: (id) => mailAddressHref(id),
      settings: { en: settingsIn(words.en), de: settingsIn(words.de) },
      names: async (db, ids) =>
        new Map((await listMailAddresses(db)).flatMap(({ id, address }) => (ids.includes(id) ? [[id, address]] : []))),
    },
  },
  eventWords,
  watch: { "mail-addresses": (_context, actor) => Promise.resolve(hasRole(actor, "administrator")) },
};
