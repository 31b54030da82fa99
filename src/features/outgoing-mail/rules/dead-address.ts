/**
 * Enhanced status codes (RFC 3463) that speak of the message, of what we may do, of a mailbox that is full, or of trouble on
 * the way: another mail may well arrive.
 */
const passing = /^(5\.(2\.[23]|3\.4|6\.\d+|7\.\d+)|4\.\d+\.\d+)$/;

/** Those that say that there is no such mailbox, or that nobody reads it any more. */
const aboutAddress = /^5\.(1\.(0|1|2|3|6|10)|2\.1)$/;

const codeIn = (answer: string): string | undefined => /(?<![\d.])([45]\.\d{1,3}\.\d{1,3})(?!\.?\d)/.exec(answer)?.[1];

/** Whether a report that a mail could not be delivered means that no mail to this address arrives. */
export const saysAddressIsDead = (diagnostic: string): boolean => !passing.test(codeIn(diagnostic) ?? "");

/**
 * The same for the answer of our own mail server. It refuses mails for many reasons that say nothing about the address,
 * e.g. when it is set up wrong, so only the plain words count.
 */
export const refusesAddress = (answer: string): boolean => aboutAddress.test(codeIn(answer) ?? "");
