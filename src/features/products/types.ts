export interface ProductVersion {
  id: number;
  name: string;
  /** As `2026-03-01`; null when nobody has said. */
  releasedOn: string | null;
  isRetired: boolean;
}

export interface ProductModule {
  id: number;
  name: string;
  /** In which versions it exists; none named means all. */
  versionIds: readonly number[];
  isRetired: boolean;
}

/** With its versions and modules, each in the order in which they are offered. */
export interface Product {
  id: number;
  name: string;
  isRetired: boolean;
  versions: readonly ProductVersion[];
  modules: readonly ProductModule[];
}

export const parts = ["version", "module"] as const;
/** What a product consists of, for whoever asks about one. */
export type Part = (typeof parts)[number];

export const kinds = ["product", ...parts] as const;
/** Anything that can be ordered, retired and deleted here. */
export type Kind = (typeof kinds)[number];

export interface Entry {
  kind: Kind;
  id: number;
}
