import { isAgent, type Actor } from "../../../platform/actor.ts";

/**
 * Where to go on after signing in: the wish, if it is a path of this server, else the start page. "//elsewhere.test"
 * and "/\elsewhere.test" look like paths and are other servers for a browser.
 */
export const landingOf = (actor: Actor, wish: string): string =>
  isLocalPath(wish) ? wish : isAgent(actor) ? "/desk" : "/";

export const isLocalPath = (wish: string): boolean => {
  if (!/^\/(?![/\\])/.test(wish) || !URL.canParse(wish, "http://here.test")) return false;
  const { origin, pathname } = new URL(wish, "http://here.test");
  return origin === "http://here.test" && !/^\/(sign-in|sign-out|set-up|password)(\/|$)/.test(pathname);
};
