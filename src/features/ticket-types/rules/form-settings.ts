import type { FormField } from "./type.ts";

/**
 * What is wrong with a form as a whole. A setting that leads to one of these is refused, because it would leave a
 * question that nobody is ever asked.
 */
export type FormFault =
  | { fault: "conditionUnknown"; field: FormField }
  | {
      fault: "conditionLater" | "conditionRetired" | "conditionKind" | "conditionAudience";
      field: FormField;
      on: FormField;
    }
  | { fault: "conditionOption"; field: FormField; on: FormField; option: string }
  | { fault: "conditionEmpty"; field: FormField }
  | { fault: "noOptions"; field: FormField };

/** Everything that is wrong, in the order of the form. Retired questions are not asked and need not fit. */
export const faultsOf = (fields: readonly FormField[]): FormFault[] =>
  fields.flatMap((field, position) => {
    if (field.isRetired) return [];
    const condition = conditionFault(field, { before: fields.slice(0, position), all: fields });
    return [...(hasOptions(field) ? [] : [{ fault: "noOptions" as const, field }]), ...(condition ? [condition] : [])];
  });

const hasOptions = ({ kind, options }: FormField): boolean =>
  (kind !== "choice" && kind !== "choices") || options.some(({ isRetired }) => !isRetired);

interface Around {
  before: readonly FormField[];
  all: readonly FormField[];
}

/**
 * A question hangs on one that stands above it. That alone makes circles impossible: in every circle somebody hangs on
 * a question further down.
 */
const conditionFault = (field: FormField, { before, all }: Around): FormFault | undefined => {
  const { condition } = field;
  if (!condition) return undefined;
  const on = all.find(({ key }) => key === condition.field);
  if (!on) return { fault: "conditionUnknown", field };
  if (!before.includes(on)) return { fault: "conditionLater", field, on };
  if (on.isRetired) return { fault: "conditionRetired", field, on };
  const offered = conditionAnswers(on);
  if (offered.length === 0) return { fault: "conditionKind", field, on };
  if (on.audience === "agents" && field.audience === "customers") return { fault: "conditionAudience", field, on };
  if (condition.isAnyOf.length === 0) return { fault: "conditionEmpty", field };
  const gone = condition.isAnyOf.find((answer) => !offered.includes(answer));
  return gone === undefined ? undefined : { fault: "conditionOption", field, on, option: gone };
};

/** On which answers to the question others can hang: its options, or yes and no. */
export const conditionAnswers = ({ kind, options }: FormField): readonly string[] => {
  if (kind === "yes_no") return ["yes", "no"];
  if (kind !== "choice" && kind !== "choices") return [];
  return options.filter(({ isRetired }) => !isRetired).map(({ key }) => key);
};

/** Questions above this one (or all, for a new one) on whose answers it can hang. */
export const possibleConditions = (fields: readonly FormField[], key?: string): FormField[] => {
  const end = fields.findIndex((field) => field.key === key);
  return fields
    .slice(0, end === -1 ? fields.length : end)
    .filter((field) => !field.isRetired && conditionAnswers(field).length > 0);
};

/** A key made from a name: `red_error`, and with a number behind it when there is one already. */
export const keyFrom = (name: string, taken: readonly string[]): string => {
  const plain = name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/\p{Mark}/gu, "")
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^[_0-9]+|_+$/g, "")
    .slice(0, 40);
  const base = plain || "field";
  if (!taken.includes(base)) return base;
  for (let count = 2; ; count++) if (!taken.includes(`${base}_${count}`)) return `${base}_${count}`;
};
