import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { addressChanged } from "../events.ts";
import { routingInput } from "../input.ts";
import { lockMailAddress, updateMailAddress } from "../store.ts";
import { onlyAdministrators } from "./only-administrators.ts";

const fields = ["name", "teamId", "typeId", "locale"] as const;

export const changeMailAddress = action({
  name: "mail-addresses.change",
  description: "Changes who writes from an own address, and what becomes of requests that come in there.",
  input: z.object({ addressId: id, ...routingInput }),
  async run(tx, actor, { addressId, ...routing }) {
    onlyAdministrators(actor);
    const before = await lockMailAddress(tx, addressId);
    const changed = fields.filter((field) => before[field] !== routing[field]);
    if (changed.length === 0) return;
    await updateMailAddress(tx, addressId, routing);
    await record(tx, actor, addressChanged(before, { changed: [...changed] }));
  },
});
