import { z } from "zod";
import { hasRole, type Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { locales } from "../../../platform/i18n/index.ts";
import { address, optionalWords, words } from "../../../platform/input.ts";
import { getMailDesk } from "../../mail-addresses/index.ts";
import { isDeskAddress } from "../../outgoing-mail/index.ts";
import { phrase } from "../words.ts";

export const mustAdminister = (actor: Actor): void => {
  if (!hasRole(actor, "administrator")) throw new Forbidden();
};

export const supplierFields = {
  name: words(120),
  mailAddress: address,
  customerNumber: optionalWords(60),
  locale: z.enum(locales),
};

/** Mail to ourselves would come back as our own. */
export const mustBeElsewhere = async (db: Reader, mailAddress: string): Promise<void> => {
  if (isDeskAddress({ desk: await getMailDesk(db), address: mailAddress }))
    throw new Invalid({ mailAddress: phrase("ownAddress") });
};
