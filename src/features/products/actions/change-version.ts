import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id, words } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { changed } from "../events.ts";
import { partOf } from "../rules/entries.ts";
import { lockProduct, updateVersion } from "../store/products.ts";
import { phrase } from "../words.ts";
import { longestName, mustAdminister } from "./guards.ts";

const day = z.string().trim().default("");

export const changeVersion = action({
  name: "products.change-version",
  description: "Changes a version's name and the day of its release.",
  input: z.object({ productId: id, versionId: id, name: words(longestName), releasedOn: day }),
  async run(tx, actor, { productId, versionId, name, releasedOn: given }) {
    mustAdminister(actor);
    const before = partOf((await lockProduct(tx, productId)).versions, versionId);
    const releasedOn = given === "" ? null : given;
    if (releasedOn !== null && !z.iso.date().safeParse(releasedOn).success)
      throw new Invalid({ releasedOn: phrase("notADay", { text: releasedOn }) });
    const changes = changesIn({ name: before.name, releasedOn: before.releasedOn }, { name, releasedOn });
    if (isEmpty(changes)) return;
    await updateVersion(tx, versionId, { name, releasedOn });
    await record(tx, actor, changed({ kind: "version", productId, name }, changes));
  },
});
