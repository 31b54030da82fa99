/** The program cannot start as it is set up. The message is one for the person who starts it, without a stack. */
export class StartRefused extends Error {}
