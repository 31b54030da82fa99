import { useUi } from "../../ui/index.ts";
import { de } from "./words.admin.de.ts";
import { en } from "./words.admin.en.ts";

/** What the settings pages and the forms' fields say. */
export const adminWords = { en, de };
export type AdminWords = typeof en;
export const useAdminWords = (): AdminWords => adminWords[useUi().locale];
