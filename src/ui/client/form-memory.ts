import { isControl, type Control } from "./unsaved.ts";

/** What stood in a form's fields, by name; a name that occurs several times has several values. */
export type FormMemory = Readonly<Record<string, readonly string[]>>;

/** Hidden fields belong to the page, files cannot be put back, and secrets are nobody's to keep. */
const isTyped = (control: Control): boolean =>
  control.name !== "" &&
  !control.disabled &&
  !["hidden", "file", "password", "submit", "button", "reset", "image"].includes(control.type);

const controlsOf = (form: HTMLFormElement): Control[] => [...form.elements].filter(isControl).filter(isTyped);

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio");

const valuesOf = (control: Control): readonly string[] => {
  if (isBox(control)) return control.checked ? [control.value] : [];
  if (control instanceof HTMLSelectElement) return [...control.selectedOptions].map(({ value }) => value);
  return [control.value];
};

/** Everything a person has typed and chosen in the form, beside its files. */
export const memoryOf = (form: HTMLFormElement): FormMemory => {
  const memory: Record<string, string[]> = {};
  for (const control of controlsOf(form))
    memory[control.name] = [...(memory[control.name] ?? []), ...valuesOf(control)];
  return memory;
};

/** What was kept in the browser's storage; undefined for what is nothing of ours. */
export const readMemory = (text: string): FormMemory | undefined => {
  try {
    const parsed: unknown = JSON.parse(text);
    return isMemory(parsed) ? parsed : undefined;
  } catch {
    return undefined;
  }
};

const isMemory = (value: unknown): value is FormMemory =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((each) => Array.isArray(each) && each.every((one) => typeof one === "string"));

/**
 * Two versions of the same words: one that goes on from the other wins; two that differ stand one behind the other, so that
 * neither swallows the other.
 */
export const joinWords = (now: string, kept: string): string => {
  if (now.trim() === "" || kept.startsWith(now)) return kept;
  if (kept.trim() === "" || now.startsWith(kept)) return now;
  return `${now.trimEnd()}\n\n${kept}`;
};

/** Puts kept words back. Returns whether anything in the form is another now. */
export const recall = (form: HTMLFormElement, memory: FormMemory): boolean => {
  let isChanged = false;
  const left = new Map(Object.entries(memory).map(([name, values]) => [name, [...values]]));
  for (const control of controlsOf(form)) {
    const values = left.get(control.name);
    if (values && put(control, values)) isChanged = true;
  }
  return isChanged;
};

const put = (control: Control, values: string[]): boolean => {
  const before = valuesOf(control).join("\n");
  if (isBox(control)) control.checked = values.includes(control.value);
  else if (control instanceof HTMLSelectElement)
    for (const option of control.options) option.selected = values.includes(option.value);
  else {
    const [kept = ""] = values.splice(0, 1);
    control.value = control instanceof HTMLTextAreaElement ? joinWords(control.value, kept) : kept;
  }
  return valuesOf(control).join("\n") !== before;
};
