import { days, minutes } from "../../../platform/time.ts";

/** How long links in mails are good for, in milliseconds. */
export const setPasswordFor = days(7);
export const signInFor = minutes(15);

export const signInPath = "/sign-in";
export const forgottenPath = "/password";
/** Where members see their organisation, and whoever is invited answers. */
export const organisationPath = "/organisation";
export const setUpPath = (token: string): string => `/set-up/${token}`;
export const setPasswordPath = (token: string): string => `/password/${token}`;
export const signInLinkPath = (token: string): string => `/sign-in/link/${token}`;

/** A session ends when it has not been used for this long. */
export const sessionFor = days(30);
