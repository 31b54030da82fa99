import { expect, test } from "vitest";
import { scene } from "../../../../test/support/scene.ts";
import { Conflict } from "../../../platform/errors.ts";
import { updateTicket } from "./ticket-rows.ts";

test(
  "of two changes to the same version the second is refused, even without a lock",
  scene(async ({ tx, ticket }) => {
    const read = await ticket();
    const change = (result: string) => updateTicket(tx, read, { patch: { result }, marks: { isPublic: true } });
    await change("New ribbon");
    await expect(change("New printer")).rejects.toThrow(Conflict);
    expect(await ticket()).toMatchObject({ result: "New ribbon", version: read.version + 1 });
  }),
);
