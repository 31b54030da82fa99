import type { Reader } from "../../../platform/db/db.ts";
import { findMessageOfEvent, listMessages } from "./messages.ts";

/** Whether the words that came with the event are for the desk only. */
export const areWordsInternal = async (db: Reader, eventId: number): Promise<boolean> =>
  (await findMessageOfEvent(db, eventId))?.isInternal === true;

/** The ticket's words that only the desk knows, and those that customers know as well. */
export const listWordsBySight = async (
  db: Reader,
  ticketId: number,
): Promise<{ secret: string[]; known: string[] }> => {
  const messages = await listMessages(db, ticketId);
  const said = messages.filter(({ isInternal, takenBackAt }) => !isInternal && takenBackAt === null);
  return {
    secret: messages
      .filter(({ isInternal, takenBackAt }) => isInternal || takenBackAt !== null)
      .flatMap(({ text, quoted }) => [text, quoted]),
    known: said.map(({ text }) => text),
  };
};
