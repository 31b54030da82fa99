import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn, isEmpty, type Settings } from "../../../platform/settings.ts";
import { organisationChanged, organisationPackageChanged } from "../events.ts";
import { organisationInput } from "../input.ts";
import { listDomains, lockOrganisation, updateOrganisation } from "../store/organisations.ts";
import { carePackagesByIds } from "../store/packages.ts";
import { must } from "./guards.ts";
import { refuseRetired } from "./refuse-retired.ts";
import { saveDomains } from "./save-domains.ts";

export const changeOrganisation = action({
  name: "people.change-organisation",
  description: "Changes an organisation's name, customer number, care package, domains and notes.",
  input: organisationInput.extend({ organisationId: id }),
  async run(tx, actor, { organisationId, domains, packageId = null, ...input }) {
    must(actor, "changeOrganisations");
    const before = await lockOrganisation(tx, organisationId);
    const facts = { ...input, packageId, customerNumber: input.customerNumber || null };
    const said = await saidOf(tx, before);
    const isOtherPackage = packageId !== before.packageId;
    if (isOtherPackage && packageId !== null) await refuseRetired(tx, packageId);
    await updateOrganisation(tx, organisationId, facts);
    if (isOtherPackage) await recordPackage(tx, actor, { organisationId, fromId: before.packageId, toId: packageId });
    await saveDomains(tx, actor, { organisationId, text: domains });
    const changes = changesIn(said, await saidOf(tx, { id: organisationId, ...facts }));
    if (!isEmpty(changes)) await record(tx, actor, organisationChanged(organisationId, facts.name, changes));
  },
});

interface Facts {
  id: number;
  name: string;
  customerNumber: string | null;
  notes: string;
}

const saidOf = async (tx: Tx, { id: organisationId, name, customerNumber, notes }: Facts): Promise<Settings> => ({
  ...{ name, customerNumber, notes },
  domains: await listDomains(tx, organisationId),
});

const recordPackage = async (
  tx: Tx,
  actor: Actor,
  { organisationId, fromId, toId }: { organisationId: number; fromId: number | null; toId: number | null },
): Promise<void> => {
  const packages = await carePackagesByIds(
    tx,
    [fromId, toId].filter((each) => each !== null),
  );
  const said = (packageId: number | null): Settings => {
    const names = packageId === null ? undefined : packages.get(packageId)?.names;
    return { packageId: names ? { en: names.en, de: names.de } : null };
  };
  const changes = changesIn(said(fromId), said(toId));
  await record(tx, actor, organisationPackageChanged(organisationId, { fromId, toId, changes }));
};
