// rules-pure
import { now } from "../../../platform/time.ts";
import { joinTickets } from "../store.ts";

export const rule = [joinTickets, now];
