import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { addressRestored, addressRetired } from "../events.ts";
import { lockMailAddress, setRetired } from "../store.ts";
import { phrase } from "../words.ts";
import { onlyAdministrators } from "./only-administrators.ts";

export const retireMailAddress = action({
  name: "mail-addresses.retire",
  description: "Writes from an own address no longer. Mail to it still comes in, so that nothing is lost.",
  input: z.object({ addressId: id }),
  async run(tx, actor, { addressId }) {
    onlyAdministrators(actor);
    const address = await lockMailAddress(tx, addressId);
    if (address.address === (await getDesk(tx)).mailAddress) throw new Conflict(phrase("isMain"));
    if (address.retiredAt) return;
    await setRetired(tx, addressId, now());
    await record(tx, actor, addressRetired(address));
  },
});

export const restoreMailAddress = action({
  name: "mail-addresses.restore",
  description: "Writes from a retired own address again.",
  input: z.object({ addressId: id }),
  async run(tx, actor, { addressId }) {
    onlyAdministrators(actor);
    const address = await lockMailAddress(tx, addressId);
    if (!address.retiredAt) return;
    await setRetired(tx, addressId, null);
    await record(tx, actor, addressRestored(address));
  },
});
