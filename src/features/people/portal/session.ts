import { redirect, type Answer, type Ask, type Flash } from "../../../platform/http/route.ts";
import { keepSession } from "../auth/cookies.ts";
import type { Device } from "../auth/library.ts";
import type { SignedIn } from "../auth/open-session.ts";
import { landingOf } from "../rules/landing.ts";

export const deviceOf = ({ ip, headers }: Ask): Device => ({ ip, userAgent: headers["user-agent"]?.toString() ?? "" });

/** Goes on as the person who has just signed in: to the wish, if it leads into this desk, else to the start page. */
export const goOn = (
  { baseUrl }: Ask,
  { token, actor }: SignedIn,
  { wish = "", flash }: { wish?: string; flash?: Flash } = {},
): Answer => ({ ...redirect(landingOf(actor, wish), flash), cookies: [keepSession(baseUrl, token)] });
