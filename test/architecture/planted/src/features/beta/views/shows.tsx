import type { joinTickets } from "../store.ts";

export const Shows = ({ row }: { row: typeof joinTickets }) => <p>{String(row)}</p>;
