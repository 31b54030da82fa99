import { act } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { anyone } from "../../../platform/http/access.ts";
import { isPrefetch } from "../../../platform/http/prefetch.ts";
import { empty, get, post, redirect, type Answer, type Ask, type Route } from "../../../platform/http/route.ts";
import { isLocale } from "../../../platform/i18n/index.ts";
import { NotFound } from "../../../platform/errors.ts";
import { changeLanguage } from "../actions/change-language.ts";
import { keepLocale } from "../auth/cookies.ts";
import { isLocalPath } from "../rules/landing.ts";

/** A picture on somebody else's page must not change how a person reads his mails. */
const isFromHere = ({ headers }: Ask): boolean =>
  headers["sec-fetch-site"] === undefined ||
  headers["sec-fetch-site"] === "same-origin" ||
  headers["sec-fetch-site"] === "none";

/** Keeps the choice in this browser, and for somebody signed in in his profile, then goes back to the page. */
const choose = async (ask: Ask, { to, next }: { to: string; next: string }): Promise<Answer> => {
  const { context, actor, baseUrl } = ask;
  if (!isLocale(to)) throw new NotFound();
  if (isSignedIn(actor) && actor.locale !== to && isFromHere(ask))
    await act(context.db, actor, changeLanguage, { locale: to });
  return { ...redirect(isLocalPath(next) ? next : "/"), cookies: [keepLocale(baseUrl, to)] };
};

export const languageRoutes: readonly Route[] = [
  // A link, so that it works without JavaScript from every page. It changes nothing but how the person reads.
  get("/language", anyone, (ask) =>
    isPrefetch(ask) ? empty : choose(ask, { to: ask.query.get("to") ?? "", next: ask.query.get("next") ?? "" }),
  ),
  post("/language", anyone, (ask) => choose(ask, { to: ask.form.text("to"), next: ask.form.text("next") })),
];
