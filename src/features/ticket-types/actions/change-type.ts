import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { closingFacts, ticketTypeId, typeFacts } from "../input.ts";
import { lockTicketTypes } from "../store/types.ts";
import { mustAdminister, mustBeMeetable, mustTakeMail, partOf, withoutGaps } from "./guards.ts";
import { writeFacts } from "./write-facts.ts";

export const changeType = action({
  name: "ticket-types.change",
  description:
    "Changes a type of tickets: what it is called, who may open it, when it closes. What is not given stays.",
  input: z
    .object({ ...typeFacts, ...closingFacts })
    .partial()
    .extend({ ticketTypeId }),
  async run(tx, actor, { ticketTypeId, nameEn, nameDe, hintEn, hintDe, ...given }) {
    mustAdminister(actor);
    const types = await lockTicketTypes(tx);
    const before = partOf(types, ticketTypeId);
    const { names, hints } = before;
    const facts = {
      ...withoutGaps(given),
      names: { en: nameEn ?? names.en, de: nameDe ?? names.de },
      hints: { en: hintEn ?? hints.en, de: hintDe ?? hints.de },
    };
    mustBeMeetable({ ...before, ...facts });
    mustTakeMail(types.map((type) => (type === before ? { ...type, ...facts } : type)));
    await writeFacts(tx, actor, { before, facts });
  },
});
