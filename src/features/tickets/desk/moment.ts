import type { FormState } from "../../../platform/http/form.ts";
import type { TimelineEntry } from "../rules/sight.ts";
import type { StoredFile } from "../rules/ticket.ts";
import type { Refused } from "../views/desk/ticket-screen.ts";
import type { TicketDialogName } from "../views/desk/together.ts";

/** What a form that was refused has to say, beside how the ticket stands now. */
export interface TicketMoment {
  refused?: Omit<Refused, "meanwhile">;
  /** The dialog whose form it was. */
  dialog?: { name: TicketDialogName; state: FormState };
  /** Files that arrived with it. */
  files?: readonly StoredFile[];
  meanwhile?: (entries: readonly TimelineEntry[]) => readonly TimelineEntry[];
}
