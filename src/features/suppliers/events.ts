import type { NewEvent } from "../../platform/events.ts";
import { changesSaid, type SettingChanges } from "../../platform/settings.ts";

type Meant = { id: number; name: string };

const onSupplier = (
  what: "added" | "changed" | "retired" | "restored" | "deleted",
  { id, name }: Meant,
  changes?: SettingChanges,
): NewEvent => ({
  name: `supplier.${what}`,
  subject: { kind: "supplier", id },
  payload: { name, ...(changes && changesSaid(changes)) },
});

export const supplierAdded = (meant: Meant, changes: SettingChanges): NewEvent => onSupplier("added", meant, changes);
export const supplierChanged = (meant: Meant, changes: SettingChanges): NewEvent =>
  onSupplier("changed", meant, changes);
export const supplierRetired = (meant: Meant): NewEvent => onSupplier("retired", meant);
export const supplierRestored = (meant: Meant): NewEvent => onSupplier("restored", meant);
export const supplierDeleted = (meant: Meant): NewEvent => onSupplier("deleted", meant);
