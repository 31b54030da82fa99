import type { Context } from "../../../platform/context.ts";
import { findDesk } from "../../desk-settings/index.ts";
import { setUpPath } from "../rules/access.ts";

const purpose = "set-up";

/**
 * The address at which the desk is set up and the first administrator made, for the person who starts the program;
 * undefined once there is a desk. It is the same after a restart, and good for one set-up only, because the desk that it
 * makes ends it. Nobody can make it up without the secret of this installation.
 */
export const setUpLink = async (context: Context): Promise<string | undefined> =>
  (await findDesk(context.db)) ? undefined : context.baseUrl + setUpPath(context.signer.sign(purpose, "desk"));

export const isSetUpToken = (context: Pick<Context, "signer">, token: string): boolean =>
  context.signer.verify(purpose, "desk", token);
