import type {
  Creators,
  FieldKind,
  Names,
  Priority,
  ProductQuestion,
  Status,
  TypeKind,
} from "../../ticket-types/rules/index.ts";

export const presetKeys = ["care_packages", "levels", "service_calls", "field_service", "partners"] as const;
export type PresetKey = (typeof presetKeys)[number];

/** A question of a form, as a preset asks it. */
export interface PresetField {
  key: string;
  kind: FieldKind;
  names: Names;
  hints?: Names;
  isRequired: boolean;
}

export interface PresetStage {
  names: Names;
  steps: readonly Names[];
}

/** A shipped type, and how the preset wants it. What is not said stays as it is. */
export interface PresetType {
  key: string;
  /** The team of this preset to which its tickets come. */
  team?: string;
  /** Unless another type does it already. */
  kind?: TypeKind;
  statuses?: readonly Status[];
  facts?: {
    creators?: Creators;
    asksProduct?: ProductQuestion;
    hasRating?: boolean;
    hasPriority?: boolean;
    onlyAssigneesWrite?: boolean;
    needsApproval?: boolean;
    needsSolution?: boolean;
    needsConfirmation?: boolean;
    needsFeedback?: boolean;
    reopenDays?: number;
    remindAfterDays?: number | null;
    closeAfterDays?: number;
    closeResolvedAfterDays?: number | null;
  };
  fields?: readonly PresetField[];
  stages?: readonly PresetStage[];
}

export interface PresetTeam {
  key: string;
  level: "first" | "second" | "technical";
  names: Names;
}

/** A promise, in working time as people write it. Packages are named by what they are called in English as shipped. */
export interface PresetTarget {
  package?: string;
  type?: string;
  priority?: Priority;
  firstResponse: string;
  nextResponse?: string;
  resolution?: string;
}

/** One way of working, as data: everything that it sets can be changed afterwards on its own page. */
export interface Preset {
  key: PresetKey;
  types: readonly PresetType[];
  teams: readonly PresetTeam[];
  targets: readonly PresetTarget[];
}
