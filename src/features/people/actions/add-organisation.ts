import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { organisationAdded } from "../events.ts";
import { organisationInput } from "../input.ts";
import { insertOrganisation } from "../store/organisations.ts";
import { must } from "./guards.ts";
import { refuseRetired } from "./refuse-retired.ts";
import { saveDomains } from "./save-domains.ts";

export const addOrganisation = action({
  name: "people.add-organisation",
  description: "Adds an organisation; people with a verified address at its domains join it.",
  input: organisationInput,
  async run(tx, actor, { domains, packageId = null, ...facts }) {
    must(actor, "changeOrganisations");
    if (packageId !== null) await refuseRetired(tx, packageId);
    const organisationId = await insertOrganisation(tx, {
      ...facts,
      packageId,
      customerNumber: facts.customerNumber || null,
    });
    await record(tx, actor, organisationAdded(organisationId, facts.name));
    await saveDomains(tx, actor, { organisationId, text: domains });
    return { organisationId };
  },
});
