import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { organisationChanged, organisationPackageChanged } from "../events.ts";
import { organisationInput } from "../input.ts";
import { lockOrganisation, updateOrganisation } from "../store/organisations.ts";
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
    const changed: string[] = (["name", "customerNumber", "notes"] as const).filter(
      (field) => facts[field] !== before[field],
    );
    const isOtherPackage = packageId !== before.packageId;
    if (isOtherPackage && packageId !== null) await refuseRetired(tx, packageId);
    if (isOtherPackage || changed.length > 0) await updateOrganisation(tx, organisationId, facts);
    if (isOtherPackage)
      await record(
        tx,
        actor,
        organisationPackageChanged(organisationId, { fromId: before.packageId, toId: packageId }),
      );
    if (await saveDomains(tx, actor, { organisationId, text: domains })) changed.push("domains");
    if (changed.length > 0) await record(tx, actor, organisationChanged(organisationId, changed));
  },
});
