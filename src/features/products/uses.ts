import type { Reader } from "../../platform/db/db.ts";
import type { Entry } from "./types.ts";

/** How often something is named, and where one sees by whom. */
export interface Use {
  count: number;
  href: string;
}

/** Of one entry of the products; nobody has counted what was not asked for. */
export type Uses = (entry: Entry) => Use;

/**
 * Counts who names products, their versions and modules. Products come before everything that names them and cannot
 * know it, so whoever can count hands this in where the pages are mounted.
 */
export type CountUses = (db: Reader) => Promise<Uses>;
