import { features } from "../../src/app/features.ts";
import { giveAccess } from "../../src/features/people/index.ts";
import { act } from "../../src/platform/act.ts";
import type { Context } from "../../src/platform/context.ts";
import { us } from "./cast.ts";
import { startMailDesk, type MailDesk } from "./incoming.ts";
import { startWeb, type Visit } from "./web.ts";

const password = "vier Pferde im Regen";

/** Every feature of the program, in order. */
export const allFeatures = features;

/** A desk with all pages, an administrator and two others who are signed in, and somebody who is not. */
export const startMailPages = async (
  parts: Partial<Context> = {},
): Promise<MailDesk & { admin: Visit; agent: Visit; customer: Visit; nobody: Visit }> => {
  const desk = await startMailDesk(parts);
  const { ada, ann, cy } = desk.cast;
  const { visit } = await startWeb(desk.context, features);
  const signedIn = async ({ personId, email }: typeof ada | typeof cy): Promise<Visit> => {
    await act(desk.context.db, us, giveAccess, { personId, password });
    const browser = visit();
    const { status } = await browser.post("/sign-in", { email: email ?? "", password });
    if (status !== 303) throw new Error(`${email ?? ""} could not sign in`);
    return browser;
  };
  return {
    ...desk,
    admin: await signedIn(ada),
    agent: await signedIn(ann),
    customer: await signedIn(cy),
    nobody: visit(),
  };
};
