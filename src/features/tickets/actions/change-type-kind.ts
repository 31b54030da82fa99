import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { kindInput, writeKind } from "../../ticket-types/index.ts";
import { countTechnicalLinksOf } from "../store/uses.ts";
import { togetherPhrase } from "../words-together.ts";

export const changeTypeKind = action({
  name: "tickets.change-type-kind",
  description:
    "Changes whether tickets of a type are requests or orders to technical support; not while some of them wait for others, or others for them.",
  input: kindInput,
  async run(tx, actor, input): Promise<void> {
    await writeKind(tx, actor, input, async ({ id }) => {
      // Those who wait would wait for ever, and nobody would see for what.
      const count = await countTechnicalLinksOf(tx, id);
      if (count > 0) throw new Conflict(togetherPhrase("kindInUse", { count }));
    });
  },
});
