import fc from "fast-check";
import { expect, test } from "vitest";
import { castIn, somebody, us, type Cast } from "../../../../test/support/cast.ts";
import { inRollback } from "../../../../test/support/db.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { can } from "../rules/policy.ts";
import { statuses } from "../rules/ticket.ts";
import { ticketsByIds } from "./tickets.ts";
import { insertTicket } from "./ticket-rows.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";

const anyTicket = ({ ann, tom, cy, cora, mia, eve, acme, globex }: Cast) => {
  const people = [ann, tom, cy, cora, mia, eve].map(({ personId }) => personId);
  return fc.record({
    status: fc.constantFrom(...statuses),
    visibility: fc.constantFrom("public" as const, "internal" as const),
    requesterId: fc.constantFrom(...people),
    organisationId: fc.constantFrom(null, acme, globex),
    participantIds: fc.subarray(people, { maxLength: 3 }),
    assigneeIds: fc.subarray([ann.personId, tom.personId]),
    isDiscarded: fc.boolean(),
  });
};
type Facts = ReturnType<typeof anyTicket> extends fc.Arbitrary<infer F> ? F : never;

const insert = async (tx: Tx, { isDiscarded, ...facts }: Facts): Promise<number> => {
  const [type] = await listTicketTypes(tx);
  const { id } = await insertTicket(tx, {
    ...facts,
    type: type!,
    subject: "Generated",
    priority: null,
    channel: "portal",
    teamId: null,
    tags: [],
    productId: null,
    versionId: null,
    moduleId: null,
    customFields: {},
    followUpOf: null,
    openedBy: null,
    lastMessageBy: "customer",
  });
  if (facts.status === "cancelled" && isDiscarded)
    await tx.updateTable("tickets").set({ submitted_at: null }).where("id", "=", id).execute();
  return id;
};

test("the store shows everybody exactly the tickets that the policy lets him read", () =>
  inRollback(async (tx) => {
    const cast = await castIn(tx);
    const { ann, mo, ada, tom, cy, cora, mia, eve, globex } = cast;
    // Somebody in two organisations, and somebody in none.
    const both = { ...cora, organisationIds: [...cora.organisationIds, globex] };
    const none = { ...eve, organisationIds: [] };
    const actors: Actor[] = [ann, mo, ada, tom, cy, cora, mia, eve, both, none, somebody, us];
    const ids: number[] = [];
    for (const facts of fc.sample(anyTicket(cast), { numRuns: 300, seed: 7 })) ids.push(await insert(tx, facts));
    const all = await ticketsByIds(tx, us, ids);
    expect(all.size).toBe(300);
    for (const actor of actors) {
      const shown = [...(await ticketsByIds(tx, actor, ids)).keys()].sort((a, b) => a - b);
      const allowed = ids.filter((id) => can(actor, "read", all.get(id)!));
      expect(shown).toEqual(allowed);
      if (actor.kind === "customer") expect(shown.length).toBeGreaterThan(20);
    }
  }));
