import type { Reader, Tx } from "../../platform/db/db.ts";

/** For whom the ticket that a mail opened may be opened instead. */
export interface TicketProposal {
  mailId: number;
  ticketId: number;
  name: string;
  address: string;
}

const selectProposals = (db: Reader) =>
  db
    .selectFrom("incoming_mails")
    .select(["id as mailId", "ticket_id as ticketId", "proposed_name as name", "proposed_address as address"])
    .where("proposed_address", "is not", null)
    .$narrowType<{ ticketId: number; name: string; address: string }>();

export const listProposals = (db: Reader, ticketId: number): Promise<TicketProposal[]> =>
  selectProposals(db).where("ticket_id", "=", ticketId).orderBy("id").execute();

/** Undefined when somebody has decided; nobody else decides until the transaction ends. */
export const lockProposal = (tx: Tx, mailId: number): Promise<TicketProposal | undefined> =>
  selectProposals(tx).where("id", "=", mailId).forUpdate().executeTakeFirst();

export const insertProposal = async (
  tx: Tx,
  mailId: number,
  { name, email }: { name: string; email: string },
): Promise<void> => {
  await tx
    .updateTable("incoming_mails")
    .set({ proposed_name: name, proposed_address: email })
    .where("id", "=", mailId)
    .execute();
};

export const endProposal = async (tx: Tx, mailId: number): Promise<void> => {
  await tx
    .updateTable("incoming_mails")
    .set({ proposed_name: null, proposed_address: null })
    .where("id", "=", mailId)
    .execute();
};
