import type { AgentKey, CustomerKey } from "./people.ts";

export type PersonKey = AgentKey | CustomerKey;

/** The demo's people by their keys. */
export type Cast = ReadonlyMap<PersonKey, number>;

export const known = (cast: Cast, key: PersonKey): number => {
  const id = cast.get(key);
  if (id === undefined) throw new RangeError(`nobody is called ${key}`);
  return id;
};
