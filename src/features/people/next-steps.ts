import type { Feature } from "../../platform/feature.ts";
import { countOrganisations } from "./store/organisations-list.ts";
import { listAgents } from "./store/people.ts";
import { organisationsPath } from "./views/organisation-list.tsx";
import { peoplePath } from "./views/people-list.tsx";
import { adminWords } from "./words.admin.ts";

/** Nobody runs a desk alone, and customers belong somewhere. */
export const peopleSteps: NonNullable<Feature["nextSteps"]> = async ({ context: { db }, actor }) => {
  const { colleagues, organisations } = adminWords[actor.locale].next;
  const [agents, known] = await Promise.all([listAgents(db), countOrganisations(db)]);
  return [
    { href: `${peoplePath}/new?role=member`, ...colleagues, icon: "user-plus", isDone: agents.length > 1 },
    { href: `${organisationsPath}/new`, ...organisations, icon: "building", isDone: known > 0 },
  ];
};
