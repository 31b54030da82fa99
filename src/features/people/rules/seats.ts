import { after, days, now } from "../../../platform/time.ts";

/** What an organisation's package lets in, and who is in: members with portal access, and invitations that are still open. */
export interface Seats {
  /** Null: as many as there are. */
  seats: number | null;
  used: number;
}

export const hasFreeSeat = ({ seats, used }: Seats): boolean => seats === null || used < seats;

/** More than the package has, because it was a larger one once: nobody loses access, and nobody else gets it. */
export const isOverfull = ({ seats, used }: Seats): boolean => seats !== null && used > seats;

/** So long a manager's wish for more seats waits for the desk before it can be made again. */
const awaitedFor = days(7);

export const isAwaitingSeats = ({ seatsRequestedAt }: { seatsRequestedAt: Date | null }): boolean =>
  seatsRequestedAt !== null && seatsRequestedAt > after(now(), -awaitedFor);
