/** Whether an address leads everybody to the machine that he sits at, and so no reader of a mail to us. */
export const isOnlyHere = (url: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(url).hostname);
