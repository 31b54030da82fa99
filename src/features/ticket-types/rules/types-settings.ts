import type { Status, TicketType } from "./type.ts";

/** Work begins and ends somewhere, so every type has these. */
export const alwaysUsed = ["open", "closed"] as const satisfies readonly Status[];

/** Why what a type demands could never be met, so that its tickets would be closed by nobody. */
export type DemandFault =
  "approvalNeedsWaiting" | "confirmationNeedsResolved" | "feedbackNeedsRating" | "feedbackNeedsResolved";

/** Approvals are waited for in `waiting`; a customer confirms and rates what is `resolved`. Undefined: all can be met. */
export const demandFault = (
  type: Pick<TicketType, "statuses" | "hasRating" | "needsApproval" | "needsConfirmation" | "needsFeedback">,
): DemandFault | undefined => {
  const uses = (status: Status): boolean => type.statuses.includes(status);
  if (type.needsApproval && !uses("waiting")) return "approvalNeedsWaiting";
  if (type.needsConfirmation && !uses("resolved")) return "confirmationNeedsResolved";
  if (type.needsFeedback && !type.hasRating) return "feedbackNeedsRating";
  return type.needsFeedback && !uses("resolved") ? "feedbackNeedsResolved" : undefined;
};

/** Mails become tickets of the first type that customers may create; without one, nobody could write to us. */
export const takesMail = (types: readonly Pick<TicketType, "creators" | "isRetired">[]): boolean =>
  types.some(({ creators, isRetired }) => !isRetired && creators !== "agents");

/** The list with one entry moved past its neighbour; as it was, where there is none. */
export const movedIn = (ids: readonly number[], { id, to }: { id: number; to: "up" | "down" }): number[] => {
  const from = ids.indexOf(id);
  const other = to === "up" ? from - 1 : from + 1;
  const moved = [...ids];
  const neighbour = moved[other];
  if (from === -1 || neighbour === undefined) return moved;
  moved[other] = id;
  moved[from] = neighbour;
  return moved;
};
