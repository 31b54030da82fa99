import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { ensureMailAddress } from "../store.ts";

export const keepDeskAddress = action({
  name: "mail-addresses.keep-desk-address",
  description: "Keeps the desk's address among its own, also when the desk gets another one.",
  input: z.object({}),
  async run(tx, actor) {
    if (actor.kind !== "system") throw new Forbidden();
    await ensureMailAddress(tx, (await getDesk(tx)).mailAddress);
  },
});
