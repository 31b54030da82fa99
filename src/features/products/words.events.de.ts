import type { en } from "./words.events.en.ts";

export const de: typeof en = {
  "product.added": "Produkt angelegt",
  "product.changed": "Produkt geändert",
  "product.moved": "Produkt verschoben",
  "product.retired": "Produkt stillgelegt",
  "product.restored": "Produkt wieder in Betrieb",
  "product.deleted": "Produkt gelöscht",
  "product.versions_added": "Versionen angelegt",
  "product.version_changed": "Version geändert",
  "product.version_moved": "Version verschoben",
  "product.version_retired": "Version stillgelegt",
  "product.version_restored": "Version wieder in Betrieb",
  "product.version_deleted": "Version gelöscht",
  "product.modules_added": "Module angelegt",
  "product.module_changed": "Modul geändert",
  "product.module_moved": "Modul verschoben",
  "product.module_retired": "Modul stillgelegt",
  "product.module_restored": "Modul wieder in Betrieb",
  "product.module_deleted": "Modul gelöscht",
};
