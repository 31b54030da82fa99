import { Tag, useUi } from "../../../../ui/index.ts";
import type { SeenTicket } from "../../rules/sight.ts";
import type { Order } from "../../rules/technical.ts";
import { portalWords } from "../../words-portal.ts";
import { StatusTag } from "../tags.tsx";

/** What the portal shows of a request in a list. */
export interface RequestRow {
  ticket: SeenTicket;
  /** Whether the reader is one of those who can answer: only then does it wait for him. */
  isWriter: boolean;
  /** Null for the reader's own requests. */
  requester: string | null;
  /** Since the reader looked last, we have written something. */
  isFresh: boolean;
  /** How far development is, in the reader's language. */
  development: string | undefined;
  orders: readonly Order[];
}

export const requestPath = (number: number): string => `/requests/${number}`;

export const waitsForReader = ({ ticket, isWriter }: Pick<RequestRow, "ticket" | "isWriter">): boolean =>
  isWriter && ticket.status === "waiting";

/** The status as customers call it. A colleague who only reads along is not told that his answer is waited for. */
export const RequestStatus = ({
  row,
  look,
}: {
  row: Pick<RequestRow, "ticket" | "isWriter">;
  look?: "soft" | "plain" | undefined;
}) => {
  const w = portalWords[useUi().locale];
  const { statusName } = row.ticket;
  if (statusName.status === "waiting" && !row.isWriter)
    return (
      <Tag tone="neutral" icon="hourglass" look={look}>
        {w.waitingForOther}
      </Tag>
    );
  return <StatusTag name={statusName} audience="customer" look={look} />;
};
