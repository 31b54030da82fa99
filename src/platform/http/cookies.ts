import type { Flash } from "./route.ts";

interface CookieOptions {
  /** Seconds; without it the cookie ends with the browser. */
  maxAge?: number;
  secure: boolean;
}

/** A first-party cookie that scripts cannot read and that other sites' forms do not send. */
export const setCookie = (name: string, value: string, { maxAge, secure }: CookieOptions): string =>
  [
    `${name}=${value}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    ...(secure ? ["Secure"] : []),
    ...(maxAge === undefined ? [] : [`Max-Age=${maxAge}`]),
  ].join("; ");

export const flashCookie = "tresen_flash";

export const encodeFlash = (flash: Flash): string => Buffer.from(JSON.stringify(flash)).toString("base64url");

/** Anybody can send any cookie: whatever is not a flash is none. */
export const decodeFlash = (value: string | undefined): Flash | undefined => {
  if (!value) return undefined;
  try {
    const flash = JSON.parse(Buffer.from(value, "base64url").toString()) as Flash;
    return typeof flash.text === "string" && ["success", "info", "danger"].includes(flash.tone) ? flash : undefined;
  } catch {
    return undefined;
  }
};
