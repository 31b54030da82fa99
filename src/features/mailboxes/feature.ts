import { hasRole } from "../../platform/actor.ts";
import type { Feature } from "../../platform/feature.ts";
import { mailAddressRoutes } from "./admin.tsx";
import { mailboxListener } from "./fetching.ts";
import { stateOf } from "./mailbox.ts";
import { listMailboxes } from "./store.ts";
import { mailAddressesPath } from "./views/paths.ts";
import { eventWords, words } from "./words.ts";

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
  eventWords,
  watch: { "mail-addresses": (_context, actor) => Promise.resolve(hasRole(actor, "administrator")) },
};
