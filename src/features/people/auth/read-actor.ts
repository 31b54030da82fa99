import { act } from "../../../platform/act.ts";
import { system, visitor, type Actor, type Visitor } from "../../../platform/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { NotReady } from "../../../platform/errors.ts";
import { preferredLocale } from "../../../platform/i18n/index.ts";
import { after, minutes, now } from "../../../platform/time.ts";
import { findDesk, type Desk } from "../../desk-settings/index.ts";
import { touchSession } from "../actions/touch-session.ts";
import { setUpPath } from "../rules/access.ts";
import { findSessionActor } from "../store/actors.ts";
import { phrase } from "../words.ts";
import { localeOf, sessionCookie, type Cookies } from "./cookies.ts";
import { hashOf } from "./tokens.ts";

/** What is read of a request to know who asks. */
interface Asked {
  cookies: Cookies;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Path and query. */
  url: string;
}

/**
 * Who asks: one query for somebody with a session, one for a visitor. Before the set-up every page but the set-up
 * itself is refused, saying where the link is.
 */
export const readActor = async (context: Context, asked: Asked): Promise<Actor> => {
  const signedIn = await readSession(context, asked.cookies[sessionCookie]);
  if (signedIn) return signedIn;
  const desk = await findDesk(context.db);
  if (!desk && !asked.url.startsWith(setUpPath(""))) throw new NotReady(phrase("notSetUpTitle"), phrase("notSetUp"));
  return readVisitor(asked, desk);
};

/** Notes at most this often that a session is in use. */
const touchedEvery = minutes(5);

const readSession = async (context: Context, token: string | undefined): Promise<Actor | undefined> => {
  if (!token) return undefined;
  const found = await findSessionActor(context.db, { tokenHash: hashOf(token), at: now() });
  if (found && found.seenAt < after(now(), -touchedEvery))
    await act(context.db, system("sessions"), touchSession, { sessionId: found.sessionId });
  return found?.actor;
};

/** The language somebody chose here, else the browser's, else the desk's. Needs no database. */
export const readVisitor = ({ cookies, headers }: Omit<Asked, "url">, desk?: Desk): Visitor =>
  visitor({
    locale: localeOf(cookies) ?? preferredLocale(headers["accept-language"]?.toString()) ?? desk?.locale ?? "en",
    timeZone: desk?.timeZone ?? "UTC",
  });
