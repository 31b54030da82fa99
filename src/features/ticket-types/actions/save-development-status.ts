import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn } from "../../../platform/settings.ts";
import { developmentStatusAdded, developmentStatusChanged } from "../events.ts";
import { names } from "../input.ts";
import {
  insertDevelopmentStatus,
  lockDevelopmentStatuses,
  updateDevelopmentStatus,
} from "../store/development-statuses.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const saveDevelopmentStatus = action({
  name: "ticket-types.save-development-status",
  description: "Adds a development status at the end of the list, or changes one.",
  input: z.object({ id: id.optional(), ...names, mailsCustomers: z.boolean().default(false) }),
  async run(tx, actor, { id: statusId, nameEn, nameDe, mailsCustomers }) {
    mustAdminister(actor);
    const statuses = await lockDevelopmentStatuses(tx);
    const name = { en: nameEn, de: nameDe };
    if (statusId === undefined) {
      const newId = await insertDevelopmentStatus(tx, { names: name, mailsCustomers });
      await record(tx, actor, developmentStatusAdded(newId, name));
      return { id: newId };
    }
    const before = partOf(statuses, statusId);
    const changes = changesIn(
      { names: { ...before.names }, mailsCustomers: before.mailsCustomers },
      { names: name, mailsCustomers },
    );
    if (Object.keys(changes).length > 0) {
      await updateDevelopmentStatus(tx, before.id, { names: name, mailsCustomers });
      await record(tx, actor, developmentStatusChanged(before.id, { name, changes }));
    }
    return { id: before.id };
  },
});
