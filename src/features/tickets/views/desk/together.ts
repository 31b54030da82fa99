import type { FormState } from "../../../../platform/http/form.ts";
import type { Team } from "../../../people/index.ts";
import type { Ticket } from "../../rules/ticket.ts";
import type { Task } from "../../rules/tasks.ts";

/** A ticket in a list of others, with whose it is. */
export interface OtherTicket {
  ticket: Ticket;
  requester: string;
  organisation: string | undefined;
}

/** What a merge would do, before it is done. */
export interface MergePreview {
  /** Where it would go on. */
  target: Ticket;
  /** The number that was asked for, when that ticket itself goes on in the target. */
  via: number | undefined;
  joining: readonly string[];
  /** People of the source who would come to read the target, and the other way round. */
  ofTarget: readonly string[];
  ofSource: readonly string[];
  targetMessages: number;
  sourceMessages: number;
  /** Why it cannot be done. */
  refused: string | undefined;
}

interface Asked {
  /** What was typed, and what is the matter with it. */
  state: FormState;
}

export interface MergeAsked extends Asked {
  name: "merge";
  text: string;
  candidates: readonly OtherTicket[];
  preview: MergePreview | undefined;
}

export interface SplitAsked extends Asked {
  name: "split";
  messages: readonly { id: number; author: string; at: Date; beginning: string; isFirst: boolean }[];
  chosenId: number | undefined;
}

export interface EscalateAsked extends Asked {
  name: "escalate";
  text: string;
  orders: readonly { ticket: Ticket; waiting: number }[];
  teams: readonly Team[];
  teamId: number | null;
}

export interface PassOnAsked extends Asked {
  name: "pass-on";
  teams: readonly Team[];
}

export type TicketDialog = MergeAsked | SplitAsked | EscalateAsked | PassOnAsked;
export type TicketDialogName = TicketDialog["name"];

/** What the ticket has to do with others, and what is to be done for it. */
export interface Together {
  /** Where it goes on, when it was merged. */
  into: { ticket: Ticket; isApart: boolean } | undefined;
  /** What was merged into this one and no other between. */
  merged: readonly Ticket[];
  orders: readonly { technical: Ticket; isOwn: boolean }[];
  /** What hangs on this one, if it is technical support's. */
  waiting: readonly OtherTicket[];
  tasks: readonly Task[];
  /** Whether the reader may say how urgent it is. */
  mayRank: boolean;
  dialog: TicketDialog | undefined;
}
