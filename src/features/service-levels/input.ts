import { z } from "zod";
import { id, optionalWords } from "../../platform/input.ts";
import { priorities } from "../ticket-types/index.ts";

const nothing = z.literal("").transform(() => null);
const idOrAny = z.union([nothing, z.null(), id]).default(null);
/** Working time as people write it, e.g. "4 h" or "30 min"; nothing promises nothing. */
const duration = optionalWords(40);

export const targetInput = {
  packageId: idOrAny,
  typeId: idOrAny,
  priority: z.union([nothing, z.null(), z.enum(priorities)]).default(null),
  firstResponse: duration,
  nextResponse: duration,
  resolution: duration,
  calendarId: idOrAny,
  /** Working time, or a part of the whole, e.g. "25 %". */
  warnBefore: duration,
};
