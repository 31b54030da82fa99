/** By the names of other lists the values with which an option is offered; it must fit all of them. */
export type OfferedWhen = Readonly<Record<string, readonly string[]>>;

export const isOffered = (when: OfferedWhen, valueOf: (name: string) => string): boolean =>
  Object.entries(when).every(([name, values]) => values.includes(valueOf(name)));
