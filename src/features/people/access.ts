import { isRoleAddress } from "./rules/role-addresses.ts";
import type { Person } from "./types.ts";

/** Whether the person may have portal access at all: active, reachable, and under an address of his own. */
export const mayHaveAccess = (person: Person): person is Person & { email: string } =>
  person.deactivatedAt === null && person.email !== null && !isRoleAddress(person.email);
