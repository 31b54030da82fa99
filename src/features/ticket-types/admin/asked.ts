import { NotFound } from "../../../platform/errors.ts";
import type { FormState } from "../../../platform/http/form.ts";
import { redirect, type Answer, type Ask } from "../../../platform/http/route.ts";
import { adminWords, type AdminWords } from "../words.admin.ts";

/** The id in the address. Throws `NotFound` for what cannot be one. */
export const idOf = ({ params }: Ask, name = "id"): number => {
  const id = Number(params[name]);
  if (!Number.isSafeInteger(id) || id < 1) throw new NotFound();
  return id;
};

export const wordsOf = ({ actor }: Ask): AdminWords => adminWords[actor.locale];

export const saying = (to: string, text: string): Answer => redirect(to, { text, tone: "success" });

/** What is wrong, for a page that has no field to say it at. */
export const problemOf = ({ problem, errors }: FormState): string | undefined =>
  problem ?? Object.values(errors).find(Boolean);

/** What a box that may be unticked means: forms send nothing then. */
export const ticked = ({ form }: Ask, name: string): boolean => form.text(name) !== "";

/** Rows of names in both languages, as `PairedRows` sends them. */
export const rowsOf = ({ form }: Ask, name: string): { key: string; en: string; de: string }[] => {
  const [keys, en, de] = [form.all(`${name}Key`), form.all(`${name}En`), form.all(`${name}De`)];
  return keys.map((key, index) => ({ key, en: en[index] ?? "", de: de[index] ?? "" }));
};
