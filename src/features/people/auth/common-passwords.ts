let known: Promise<ReadonlySet<string>> | undefined;

/**
 * The 49,000 commonest passwords, as zxcvbn-ts ships them (MIT; from leaks, published by Mark Burnett). Read when the
 * first password is set, because a running desk seldom needs them: about 25 ms and 5 MB.
 */
export const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (known ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"])));
