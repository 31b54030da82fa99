import { days, minutes } from "../../../platform/time.ts";

/** How long links in mails are good for, in milliseconds. */
export const setPasswordFor = days(7);
export const signInFor = minutes(15);

export const signInPath = "/sign-in";
export const setPasswordPath = (token: string): string => `/password/${token}`;
export const signInLinkPath = (token: string): string => `/sign-in/link/${token}`;
