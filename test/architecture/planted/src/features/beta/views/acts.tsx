// views-dumb; the type of a row is allowed.
import { vote } from "../actions/vote.ts";
import type { Row } from "../store.ts";

export const Acts = ({ row }: { row: Row }) => <p>{vote() + String(row)}</p>;
