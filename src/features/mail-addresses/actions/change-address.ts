import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn, isEmpty, named, type Settings } from "../../../platform/settings.ts";
import { addressChanged } from "../events.ts";
import { routingInput } from "../input.ts";
import { lockMailAddress, updateMailAddress, type Routing } from "../store.ts";
import { words } from "../words.ts";
import { onlyAdministrators } from "./only-administrators.ts";

const saidOf = ({ name, teamId, typeId, locale }: Routing): Settings => ({
  name,
  teamId: named("team", teamId),
  typeId: named("ticket-type", typeId),
  locale: locale && { en: words.en.languages[locale], de: words.de.languages[locale] },
});

export const changeMailAddress = action({
  name: "mail-addresses.change",
  description: "Changes who writes from an own address, and what becomes of requests that come in there.",
  input: z.object({ addressId: id, ...routingInput }),
  async run(tx, actor, { addressId, ...routing }) {
    onlyAdministrators(actor);
    const before = await lockMailAddress(tx, addressId);
    const changes = changesIn(saidOf(before), saidOf(routing));
    if (isEmpty(changes)) return;
    await updateMailAddress(tx, addressId, routing);
    await record(tx, actor, addressChanged(before, changes));
  },
});
