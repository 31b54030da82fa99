import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Effect } from "../../platform/events.ts";
import type { Feature, Use } from "../../platform/feature.ts";
import type { Ask } from "../../platform/http/route.ts";
import { plural } from "../../platform/i18n/index.ts";
import { keepDeskAddress } from "./actions/keep-desk-address.ts";
import { countNaming } from "./store.ts";
import { eventWords, words } from "./words.ts";

/** Customers go on writing to the address that the desk had before. */
const keepAddress: Effect = {
  name: "mail-addresses.keep-desk-address",
  async run({ db }) {
    await act(db, system("mail-addresses"), keepDeskAddress, {});
  },
};

const naming =
  (column: "team_id" | "type_id") =>
  async ({ context, actor }: Ask, id: number): Promise<readonly Use[]> => {
    const count = await countNaming(context.db, column, id);
    return [{ label: plural(count, words[actor.locale].uses), count, href: "/admin/mail-addresses" }];
  };

export const mailAddressesFeature: Feature = {
  name: "mail-addresses",
  uses: { team: naming("team_id"), "ticket-type": naming("type_id") },
  effects: {
    "desk.created": [keepAddress],
    "desk.changed": [keepAddress],
    "mail-address.added": [],
    "mail-address.changed": [],
    "mail-address.retired": [],
    "mail-address.restored": [],
  },
  eventWords,
};
