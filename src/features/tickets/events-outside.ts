import type { TicketEvent } from "./events.ts";

/** What was done with a supplier about the ticket; `name` is the supplier's. */
export interface WithSupplier {
  happened: "passed-to-supplier" | "written-to-supplier" | "supplier-answered" | "supplier-ended";
  name: string;
  passingId: number;
  /** What came from there, as it stands in the ticket. */
  noteId?: number;
}

export const withSupplier = ({ happened, name, passingId, noteId }: WithSupplier): TicketEvent => ({
  name: `ticket.${happened}`,
  payload: { name, passingId, ...(noteId !== undefined && { noteId }) },
});
