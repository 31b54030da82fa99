// ui-alone; the clock is allowed.
import { count } from "../platform/db.ts";
import { now } from "../platform/time.ts";

export const shown = [count, now];
