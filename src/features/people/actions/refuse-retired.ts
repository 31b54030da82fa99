import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { carePackagesByIds } from "../store/packages.ts";
import { phrase } from "../words.ts";

/** Throws `Invalid` with the field `packageId` for a package that is not offered (any more). */
export const refuseRetired = async (tx: Tx, packageId: number): Promise<void> => {
  const found = (await carePackagesByIds(tx, [packageId])).get(packageId);
  if (!found || found.isRetired) throw new Invalid({ packageId: phrase("packageRetired") });
};
