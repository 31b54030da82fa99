import { isAgent, type Actor } from "../../../platform/actor.ts";

/** Where to go on after signing in: the wish, if it is a page of this desk, else the start page. */
export const landingOf = (actor: Actor, wish: string): string =>
  isLocalPath(wish) && !isWayIn(wish) ? wish : isAgent(actor) ? "/desk" : "/";

/** "//elsewhere.test" and "/\elsewhere.test" look like paths and are other servers for a browser. */
export const isLocalPath = (wish: string): boolean => {
  if (!/^\/(?![/\\])/.test(wish) || !URL.canParse(wish, "http://here.test")) return false;
  return new URL(wish, "http://here.test").origin === "http://here.test";
};

// Back to where one signs in or out would lead in a circle.
const isWayIn = (path: string): boolean => /^\/(sign-in|sign-out|set-up|password|register)(\/|\?|$)/.test(path);
