import { z } from "zod";
import { locales } from "../../platform/i18n/index.ts";
import { id, optionalWords } from "../../platform/input.ts";

const nothing = z.literal("").transform(() => null);

export const routingInput = {
  name: optionalWords(80),
  teamId: z.union([nothing, z.null(), id]).default(null),
  typeId: z.union([nothing, z.null(), id]).default(null),
  locale: z.union([nothing, z.null(), z.enum(locales)]).default(null),
};
