/** Something that has to be done for a ticket; customers never see it. */
export interface Task {
  id: number;
  ticketId: number;
  title: string;
  assigneeId: number | null;
  /** YYYY-MM-DD, whatever the hour. */
  dueOn: string | null;
  addedAt: Date;
  doneAt: Date | null;
  doneBy: number | null;
}

/** Whether its day is over, for somebody in this time zone. */
export const isOverdue = ({ dueOn, doneAt }: Pick<Task, "dueOn" | "doneAt">, today: string): boolean =>
  doneAt === null && dueOn !== null && dueOn < today;
