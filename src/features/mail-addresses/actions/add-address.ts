import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address } from "../../../platform/input.ts";
import { addressAdded } from "../events.ts";
import { routingInput } from "../input.ts";
import { insertMailAddress } from "../store.ts";
import { phrase } from "../words.ts";
import { onlyAdministrators } from "./only-administrators.ts";

export const addMailAddress = action({
  name: "mail-addresses.add",
  description: "Makes an address one of the desk's own: mail to it comes in, and is answered from there.",
  input: z.object({ address, ...routingInput }),
  async run(tx, actor, input) {
    onlyAdministrators(actor);
    // What stands behind a + is ours to sign.
    if (input.address.includes("+")) throw new Invalid({ address: phrase("noTag") });
    const addressId = await insertMailAddress(tx, input);
    await record(tx, actor, addressAdded({ id: addressId, address: input.address }));
    return { addressId };
  },
});
