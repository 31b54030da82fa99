import type { ProcedureStage } from "../../ticket-types/rules/index.ts";
import type { Ticket } from "./ticket.ts";

/** The stage in which the ticket is; undefined without a procedure. A stage that was retired since is still its. */
export const currentStage = ({ type, stage }: Pick<Ticket, "type" | "stage">): ProcedureStage | undefined =>
  type.stages.find(({ key }) => key === stage) ?? type.stages.find(({ isRetired }) => !isRetired);

/** The stages to show: those in use, and the one in which the ticket is. */
export const shownStages = (ticket: Pick<Ticket, "type" | "stage">): readonly ProcedureStage[] => {
  const current = currentStage(ticket);
  return ticket.type.stages.filter((stage) => !stage.isRetired || stage === current);
};
