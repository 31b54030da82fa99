import type { FormState } from "../../../../platform/http/form.ts";
import type { AskedPictures } from "../../../../platform/http/pictures.ts";
import type { Approval } from "../../../approvals/index.ts";
import type { Candidate } from "../../approvers.ts";
import type { Delivery, Undeliverable } from "../../../outgoing-mail/index.ts";
import type { Organisation, Person } from "../../../people/index.ts";
import type { SeenTicket, TimelineEntry } from "../../rules/sight.ts";
import type { Verb } from "../../rules/status.ts";
import type { LinkKind, MessageKind, Ticket } from "../../rules/ticket.ts";
import type { KeptClock } from "../../store/clocks.ts";
import type { Access } from "../../store/accesses.ts";
import type { DoneStep } from "../../store/steps.ts";
import type { KeptFile } from "../portal/kept-files.tsx";
import type { Around } from "./around.ts";
import type { Together } from "./together.ts";

/** Somebody else who has the ticket open. */
export interface Onlooker {
  personId: number;
  name: string;
  isWriting: boolean;
}

/** Words that somebody has begun, as the composer shows them again. */
export interface Begun {
  text: string;
  html: string | null;
  /** The form's other fields as typed. */
  fields: Readonly<Record<string, string | readonly string[]>>;
  files: readonly KeptFile[];
  version: number;
  /** Null: nothing of it is kept yet. */
  savedAt: Date | null;
}

export interface CannedAnswer {
  id: number;
  title: string;
  /** In the requester's language, placeholders filled. */
  text: string;
}

export interface LinkedTicket {
  ticket: Ticket;
  kind: LinkKind;
  /** Whether this ticket points to the other, or the other to it. */
  isFrom: boolean;
}

/** What was refused, and how the form that sent it comes back. */
export interface Refused {
  kind: MessageKind | "other";
  /** Of the other forms, which one: its id. */
  form?: string;
  state: FormState;
  /** What happened since the page was loaded, oldest first; sending anyway is offered. */
  meanwhile: readonly TimelineEntry[];
  isCollision: boolean;
}

/** Everything that the ticket's page shows. */
export interface TicketScreen {
  ticket: SeenTicket;
  offers: ReadonlySet<Verb>;
  entries: readonly TimelineEntry[];
  deliveries: ReadonlyMap<number, readonly Delivery[]>;
  around: Around;
  viewer: { id: number; name: string };
  readAt: Date | null;
  pictures: AskedPictures;
  requester: Person;
  /** Addresses of requester and CC from which mails came back, so that none go there now. */
  undeliverable: ReadonlyMap<string, Undeliverable>;
  organisation: Organisation | undefined;
  /** Of the same requester, newest first. */
  others: { tickets: readonly Ticket[]; total: number };
  links: readonly LinkedTicket[];
  /** What of the procedure's steps is done. */
  doneSteps: readonly DoneStep[];
  accesses: readonly Access[];
  clocks: readonly KeptClock[];
  /** What was put before others, newest first; who may be asked now. */
  approvals: readonly Approval[];
  candidates: readonly Candidate[];
  together: Together;
  onlookers: readonly Onlooker[];
  begun: Readonly<Partial<Record<MessageKind, Begun>>>;
  canned: readonly CannedAnswer[];
  refused: Refused | undefined;
  /** Makes a form that is sent twice act once. */
  once: string;
  /** The newest message on the page; 0 without any. */
  lastMessageId: number;
  /** The list that the reader came from, as the query of its address. */
  list: string;
  /** Tickets before and after this one in that list. */
  neighbours: { previous: number | undefined; next: number | undefined };
}

/** Where forms of this ticket go, e.g. `ticketPath(ticket, "/reply")`. */
export const ticketPath = ({ number }: Pick<Ticket, "number">, rest = ""): string => `/desk/tickets/${number}${rest}`;

/** The same page, from the list that the reader is in. */
export const ticketHref = (number: number, list: string): string =>
  `/desk/tickets/${number}${list ? `?list=${encodeURIComponent(list)}` : ""}`;
