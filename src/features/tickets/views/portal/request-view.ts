import type { FormState } from "../../../../platform/http/form.ts";
import type { AskedPictures } from "../../../../platform/http/pictures.ts";
import type { Approval } from "../../../approvals/index.ts";
import type { Person } from "../../../people/index.ts";
import type { TimelineEntry, SeenTicket } from "../../rules/sight.ts";
import type { Access } from "../../store/accesses.ts";
import type { Verb } from "../../rules/status.ts";
import type { Order } from "../../rules/technical.ts";
import type { HistoryReader } from "./happened.tsx";
import type { KeptFile } from "./kept-files.tsx";

/** The forms of a request's page. */
export type RequestFormName = "answer" | "close" | "cancel" | "reopen" | "rate" | "participant" | "confirm" | "access";

/** Everything that a request's page shows. */
export interface RequestView {
  ticket: SeenTicket;
  entries: readonly TimelineEntry[];
  /** What the reader can do now. */
  offers: ReadonlySet<Verb>;
  readerId: number;
  /** Whether the reader is one of those who can answer: only then does the request wait for him. */
  isWriter: boolean;
  requesterName: string;
  organisationName: string | undefined;
  /** Environments into which the desk was let. */
  accesses: readonly Access[];
  /** Solutions that were proposed, newest first. */
  approvals: readonly Approval[];
  readerName: string;
  participants: readonly Pick<Person, "id" | "name">[];
  history: HistoryReader;
  /** The earlier request that this one follows on, if the reader may see it. */
  followUpOf: { number: number; subject: string } | undefined;
  /** Where it goes on, if it was merged and the reader may see that. */
  into: { number: number; subject: string } | undefined;
  /** What technical support does for it. */
  orders: readonly Order[];
  /** Until when an answer brings the closed request back. */
  reopenableUntil: Date | undefined;
  readAt: Date | null;
  pictures: AskedPictures;
  /** The reader has just submitted it: where the confirmation goes, if anywhere. */
  submitted: { email: string | null } | undefined;
  /** Words of the answer that were begun before. */
  draft: { text: string; version: number };
  draftUrl: string;
  keptFiles: readonly KeptFile[];
  /** The form that was refused, with everything typed. */
  refused: { form: RequestFormName; state: FormState } | undefined;
  /** Makes each form of this page act once. */
  once: string;
  files: { most: number; count: number };
}
