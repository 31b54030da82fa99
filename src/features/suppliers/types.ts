import type { Locale } from "../../platform/i18n/index.ts";

/** Somebody with a desk of his own, to whom we pass tickets. */
export interface Supplier {
  id: number;
  name: string;
  /** Of his desk. */
  mailAddress: string;
  /** Ours, at his desk; empty where there is none. */
  customerNumber: string;
  /** Of our mails to him. */
  locale: Locale;
  isRetired: boolean;
}

/** What a supplier has to know to work on a ticket. */
export interface Facts {
  customerNumber: string;
  domain: string;
  errorPicture: string;
  /** Whether he may contact the end customer; without that nothing of the contact is sent. */
  mayContact: boolean;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  /** What customers write later goes there, too. */
  sendsAnswers: boolean;
}

/** A ticket at a supplier's desk. */
export interface Passing extends Facts {
  id: number;
  supplierId: number;
  ticketId: number;
  subject: string;
  /** The number and the status that it has there, as far as their mails have said it. */
  theirNumber: string | null;
  theirStatus: string | null;
  passedBy: string;
  passedAt: Date;
  endedAt: Date | null;
}

export const messageKinds = ["passed", "written", "sent-on", "told", "heard", "automatic"] as const;

/** `heard` and `automatic` come from there, the others go there. */
export type MessageKind = (typeof messageKinds)[number];

export interface SupplierMessage {
  id: number;
  passingId: number;
  kind: MessageKind;
  eventId: number | null;
  authorName: string;
  text: string;
  mailMessageId: string;
  noteId: number | null;
  /** That went with it; those that came are at the note. */
  attachments: readonly { name: string; type: string; file: string }[];
  at: Date;
}
