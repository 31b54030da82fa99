import type { Named } from "../../../people/index.ts";
import type { FormState } from "../../../../platform/http/form.ts";
import type { Undo } from "../../../../ui/index.ts";
import type { Person } from "../../../people/index.ts";
import type { ColumnKey, QueuePlace } from "../../queue-address.ts";
import type { Status } from "../../rules/ticket.ts";
import type { Around } from "./around.ts";
import type { QueueRow } from "./queue-row.ts";

export interface SavedView {
  id: number;
  isShared: boolean;
  names: { en: string; de: string };
  query: string;
  layout: "table" | "board";
  columns: readonly string[];
  position: number;
}

/** A column of the board. */
export interface Lane {
  status: Status;
  rows: readonly QueueRow[];
  /** At most `countedAtMost + 1`. */
  total: number;
}

export interface RefusedTicket {
  /** Undefined: there is no such ticket any more, or it is none of the reader's business. */
  number: number | undefined;
  subject: string;
  reason: string;
  /** Who brought it where it stands, so that it could not be done. */
  movedBy?: string | undefined;
}

/** What became of a change of several tickets of which some could not be changed. */
export interface BulkReport {
  changed: number;
  refused: readonly RefusedTicket[];
  /** Takes back what was changed. */
  undo?: Undo | undefined;
}

/** Everything that the queue's page shows. */
export interface QueueView {
  place: QueuePlace;
  /** The view's name, or what is searched. */
  title: string;
  view: SavedView | undefined;
  views: readonly SavedView[];
  rows: readonly QueueRow[];
  lanes: readonly Lane[];
  /** At most `countedAtMost + 1`. */
  total: number;
  /** Of a search that found little: the same with other words, and how many tickets that finds. */
  suggestion: { text: string; count: number } | undefined;
  /** Of a search: people and organisations that may be meant. */
  mentioned: Named | undefined;
  previous: string | undefined;
  next: string | undefined;
  columns: readonly ColumnKey[];
  density: "compact" | "roomy";
  around: Around;
  /** People and organisations that the filter names. */
  named: {
    requesters: readonly Person[];
    organisations: readonly string[];
    promises: readonly string[];
    addresses: readonly string[];
  };
  viewer: { id: number; isModerator: boolean };
  /** What a change of many tickets did and could not do. */
  report: BulkReport | undefined;
  /** The form of a view that was refused. */
  refusedView: FormState | undefined;
  once: string;
}
