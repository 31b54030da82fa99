import type { NewEvent } from "../../platform/events.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";
import type { Kind, Part } from "./types.ts";

type Payload = NonNullable<NewEvent["payload"]>;

const onProduct = (name: string, productId: number, payload: Payload): NewEvent => ({
  name: `product.${name}`,
  subject: { kind: "product", id: productId },
  payload,
});

const prefix = (kind: Kind): string => (kind === "product" ? "" : `${kind}_`);

export const productAdded = (id: number, name: string): NewEvent => onProduct("added", id, { name });

/** Versions or modules that came together, e.g. pasted as a list. */
export const partsAdded = (
  part: Part,
  { productId, names }: { productId: number; names: readonly string[] },
): NewEvent =>
  onProduct(`${part}s_added`, productId, { names: [...names], changes: { [`${part}s`]: { to: [...names] } } });

/** Which entry of the product is meant: the product itself, a version or a module, by its name then. */
export interface Meant {
  kind: Kind;
  productId: number;
  name: string;
}

export const changed = ({ kind, productId, name }: Meant, changes: SettingChanges): NewEvent =>
  onProduct(`${prefix(kind)}changed`, productId, { name, ...changesSaid(changes) });

export const moved = ({ kind, productId, name }: Meant, to: "up" | "down"): NewEvent =>
  onProduct(`${prefix(kind)}moved`, productId, { name, to });

export const retired = ({ kind, productId, name }: Meant): NewEvent =>
  onProduct(`${prefix(kind)}retired`, productId, { name });

export const restored = ({ kind, productId, name }: Meant): NewEvent =>
  onProduct(`${prefix(kind)}restored`, productId, { name });

export const deleted = ({ kind, productId, name }: Meant): NewEvent =>
  onProduct(`${prefix(kind)}deleted`, productId, { name });
