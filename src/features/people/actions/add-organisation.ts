import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { organisationAdded } from "../events.ts";
import { organisationInput } from "../input.ts";
import { insertOrganisation } from "../store/organisations.ts";
import { must } from "./guards.ts";
import { saveDomains } from "./save-domains.ts";

export const addOrganisation = action({
  name: "people.add-organisation",
  description: "Adds an organisation; people with a verified address at its domains join it.",
  input: organisationInput,
  async run(tx, actor, { domains, ...facts }) {
    must(actor, "changeOrganisations");
    const organisationId = await insertOrganisation(tx, { ...facts, customerNumber: facts.customerNumber || null });
    await record(tx, actor, organisationAdded(organisationId, facts.name));
    await saveDomains(tx, actor, { organisationId, text: domains });
    return { organisationId };
  },
});
