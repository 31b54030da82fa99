import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { passwordLinkShown } from "../events.ts";
import { phrase } from "../words.ts";
import { makeLink } from "./make-link.ts";

export const showPasswordLink = action({
  name: "people.show-password-link",
  description: "Makes a link for setting a password, for whoever runs the program and hands it to the person himself.",
  input: z.object({ personId: id }),
  async run(tx, actor, { personId }): Promise<string> {
    const token = await makeLink.run(tx, actor, { personId, purpose: "set_password" });
    if (token === undefined) throw new Conflict(phrase("noAccess"));
    await record(tx, actor, passwordLinkShown(personId));
    return token;
  },
});
