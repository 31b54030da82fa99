import { createDesk } from "../../src/features/desk-settings/index.ts";
import { choosePresets } from "../../src/features/presets/index.ts";
import { presets } from "../../src/features/presets/rules/index.ts";
import { listTicketTypes, type TicketType } from "../../src/features/ticket-types/index.ts";
import { system } from "../../src/platform/actor.ts";
import type { Db, Tx } from "../../src/platform/db/db.ts";

/** A type as one of the presets ships it. */
export interface ShippedType {
  /** A to E. */
  preset: string;
  type: TicketType;
}

/** Every type that a preset uses, as it is on a fresh desk for which that preset alone was chosen. Leaves nothing behind. */
export const shippedTypes = async (db: Db): Promise<ShippedType[]> => {
  const shipped: ShippedType[] = [];
  for (const [index, { key, types }] of presets.entries()) {
    const tx = await db.startTransaction().execute();
    try {
      const wanted = types.map((each) => each.key);
      for (const type of await typesAfter(tx, key))
        if (wanted.includes(type.key)) shipped.push({ preset: "ABCDE"[index] ?? key, type });
    } finally {
      await tx.rollback().execute();
    }
  }
  return shipped;
};

const typesAfter = async (tx: Tx, preset: (typeof presets)[number]["key"]): Promise<TicketType[]> => {
  const us = system("ticket-machine");
  const desk = { name: "Desk", locale: "en", timeZone: "Europe/Berlin", mailAddress: "support@desk.example" };
  await createDesk.run(tx, us, createDesk.input.parse(desk));
  await choosePresets.run(tx, us, choosePresets.input.parse({ presets: [preset] }));
  return listTicketTypes(tx);
};
