import { setCookie } from "../../../platform/http/cookies.ts";
import { isLocale, type Locale } from "../../../platform/i18n/index.ts";

export const sessionCookie = "tresen_session";
export const localeCookie = "tresen_locale";

/** Browsers keep no cookie longer than 400 days; when the session really ends, the server decides. */
const kept = 400 * 86_400;

const isSecure = (baseUrl: string): boolean => baseUrl.startsWith("https:");

export const keepSession = (baseUrl: string, token: string): string =>
  setCookie(sessionCookie, token, { maxAge: kept, secure: isSecure(baseUrl) });

export const dropSession = (baseUrl: string): string =>
  setCookie(sessionCookie, "", { maxAge: 0, secure: isSecure(baseUrl) });

export const keepLocale = (baseUrl: string, locale: Locale): string =>
  setCookie(localeCookie, locale, { maxAge: kept, secure: isSecure(baseUrl) });

export type Cookies = Readonly<Record<string, string | undefined>>;

export const localeOf = (cookies: Cookies): Locale | undefined => {
  const value = cookies[localeCookie];
  return isLocale(value) ? value : undefined;
};
