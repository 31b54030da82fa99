import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { castIn, castOf, perform, us, type Cast } from "../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../test/support/db.ts";
import { act } from "../../platform/act.ts";
import type { Tx } from "../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid } from "../../platform/errors.ts";
import { after, days, useClock } from "../../platform/time.ts";
import { askForApproval } from "./actions/ask-for-approval.ts";
import { decide } from "./actions/decide.ts";
import { withdraw } from "./actions/withdraw.ts";
import { approvalsAbout, approvalsOf, getApproval } from "./read.ts";
import { isIntact } from "./seal.ts";
import { countPendingOf, listOverdueIds } from "./store.ts";

const question = (approverIds: readonly number[], more: object = {}) => ({
  about: { kind: "ticket", id: 17 },
  title: "#10001 Printer",
  path: "/requests/10001",
  text: "We replace the power supply. \r\nIt takes an hour.",
  approverIds: [...approverIds],
  onceKey: "ticket 17 1",
  ...more,
});

/** Ann asks Cy and Cora. */
const scene =
  (run: (scene: { tx: Tx; cast: Cast; approvalId: number }) => Promise<void>, more: object = {}) =>
  () =>
    inRollback(async (tx) => {
      const cast = await castIn(tx);
      const { approvalId } = await perform(
        tx,
        cast.ann,
        askForApproval,
        question([cast.cy.personId, cast.cora.personId], more),
      );
      await run({ tx, cast, approvalId });
    });

const approve = { verdict: "approved", via: "portal" } as const;
const decline = { verdict: "declined", via: "link", reason: "Not on Thursday." } as const;

describe("asking for an approval", () => {
  it(
    "keeps the canonical text with its hash, and says once whom it asks",
    scene(async ({ tx, cast, approvalId }) => {
      const approval = await getApproval(tx, approvalId);
      expect(approval).toMatchObject({
        text: "We replace the power supply.\nIt takes an hour.",
        rule: "all",
        askedBy: { personId: cast.ann.personId, name: "Ann" },
        approvers: [{ name: "Cy" }, { name: "Cora" }],
        decisions: [],
        outcome: null,
      });
      expect(approval.textHash).toMatch(/^[0-9a-f]{64}$/);
      const again = await perform(tx, cast.ann, askForApproval, question([cast.eve.personId]));
      expect(again.approvalId).toBe(approvalId);
      expect(await approvalsAbout(tx, "ticket", 17)).toHaveLength(1);
      expect(await approvalsAbout(tx, "ticket", 18)).toEqual([]);
      expect((await approvalsOf(tx, cast.cy.personId, 10)).map(({ id }) => id)).toEqual([approvalId]);
      const events = await tx.selectFrom("events").select("name").where("subject_kind", "=", "approval").execute();
      expect(events).toEqual([{ name: "approval.asked" }]);
    }),
  );

  it("is the desk's affair, and asks only people whom a mail reaches", () =>
    inRollback(async (tx) => {
      const cast = await castIn(tx);
      await expect(perform(tx, cast.cy, askForApproval, question([cast.cora.personId]))).rejects.toThrow(Forbidden);
      await expect(perform(tx, cast.ann, askForApproval, question([]))).rejects.toThrow(Invalid);
      await tx.updateTable("people").set({ email: null }).where("id", "=", cast.mia.personId).execute();
      for (const personId of [cast.mia.personId, 999_999])
        await expect(perform(tx, cast.ann, askForApproval, question([personId]))).rejects.toMatchObject({
          fields: { approverIds: { key: "approvals.unreachable" } },
        });
    }));
});

describe("deciding", () => {
  it(
    "is approved once everybody has agreed, each sealed with who, when and how",
    scene(async ({ tx, cast, approvalId }) => {
      expect(await perform(tx, cast.cy, decide, { approvalId, ...approve })).toEqual({ outcome: null });
      expect(await countPendingOf(tx, cast.cora.personId, new Date())).toEqual({ pending: 1, all: 1 });
      expect(await countPendingOf(tx, cast.cy.personId, new Date())).toEqual({ pending: 0, all: 1 });
      expect(await perform(tx, cast.cora, decide, { approvalId, ...approve, via: "link" })).toEqual({
        outcome: "approved",
      });
      const approval = await getApproval(tx, approvalId);
      expect(approval).toMatchObject({
        outcome: "approved",
        decisions: [
          { personName: "Cy", verdict: "approved", via: "portal" },
          { personName: "Cora", verdict: "approved", via: "link" },
        ],
      });
      expect(approval.decisions.every((decision) => isIntact(approval, decision))).toBe(true);
    }),
  );

  it(
    "is over as soon as one declines, with a reason",
    scene(async ({ tx, cast, approvalId }) => {
      await expect(
        perform(tx, cast.cy, decide, { approvalId, verdict: "declined", via: "portal", reason: " " }),
      ).rejects.toMatchObject({ fields: { reason: { key: "approvals.reasonMissing" } } });
      expect(await perform(tx, cast.cy, decide, { approvalId, ...decline })).toEqual({ outcome: "declined" });
      await expect(perform(tx, cast.cora, decide, { approvalId, ...approve })).rejects.toMatchObject({
        phrase: { key: "approvals.settled" },
      });
      const { decisions } = await getApproval(tx, approvalId);
      expect(decisions).toMatchObject([{ reason: "Not on Thursday." }]);
      const event = await tx.selectFrom("events").selectAll().where("name", "=", "approval.decided").execute();
      expect(event).toMatchObject([
        {
          actor_id: cast.cy.personId,
          payload: { about: { kind: "ticket", id: 17 }, verdict: "declined", outcome: "declined", via: "link" },
        },
      ]);
    }),
  );

  it(
    "takes one of them where one is enough",
    scene(
      async ({ tx, cast, approvalId }) => {
        expect(await perform(tx, cast.cora, decide, { approvalId, ...approve })).toEqual({ outcome: "approved" });
      },
      { rule: "any" },
    ),
  );

  it(
    "is nobody else's, and nobody decides twice",
    scene(async ({ tx, cast, approvalId }) => {
      for (const actor of [cast.eve, cast.mia, cast.ann, cast.ada, us])
        await expect(perform(tx, actor, decide, { approvalId, ...approve })).rejects.toThrow(Forbidden);
      await perform(tx, cast.cy, decide, { approvalId, ...approve });
      await expect(perform(tx, cast.cy, decide, { approvalId, ...decline })).rejects.toMatchObject({
        phrase: { key: "approvals.alreadyApproved" },
      });
    }),
  );

  it(
    "is too late when it was withdrawn, or when the time is over",
    scene(async ({ tx, cast, approvalId }) => {
      await perform(tx, cast.ann, withdraw, { approvalId });
      await expect(perform(tx, cast.cy, decide, { approvalId, ...approve })).rejects.toMatchObject({
        phrase: { key: "approvals.withdrawn" },
      });
      await expect(perform(tx, cast.ann, withdraw, { approvalId })).rejects.toThrow(Conflict);
      await expect(perform(tx, cast.cy, withdraw, { approvalId })).rejects.toThrow(Forbidden);
      const short = question([cast.cy.personId], { onceKey: "short", days: 2 });
      const next = await perform(tx, cast.ann, askForApproval, short);
      const later = after(new Date(), days(3));
      const restore = useClock(() => later);
      try {
        await expect(perform(tx, cast.cy, decide, { approvalId: next.approvalId, ...approve })).rejects.toMatchObject({
          phrase: { key: "approvals.expired" },
        });
        expect(await listOverdueIds(tx, later)).toEqual([next.approvalId]);
        await perform(tx, us, withdraw, { approvalId: next.approvalId });
        expect(await getApproval(tx, next.approvalId)).toMatchObject({ outcome: "expired" });
        expect(await listOverdueIds(tx, later)).toEqual([]);
      } finally {
        restore();
      }
    }),
  );
});

describe("the record", () => {
  it.each([
    ["a decision's words", "update approval_decisions set reason = 'Gladly'"],
    ["a decision", "delete from approval_decisions"],
    ["all decisions", "truncate approval_decisions"],
    ["the text", "update approvals set text = 'Everything'"],
    ["the outcome", "update approvals set outcome = 'declined'"],
    ["the approval", "delete from approvals"],
    ["who was asked", "delete from approval_approvers"],
  ])("is refused by the database when somebody changes %s", (_what, statement) =>
    scene(async ({ tx, cast, approvalId }) => {
      await perform(tx, cast.cy, decide, { approvalId, ...approve });
      await perform(tx, cast.cora, decide, { approvalId, ...approve });
      await expect(sql.raw(statement).execute(tx)).rejects.toThrow(/sealed record/);
    })(),
  );
});

describe("at the same time", () => {
  it("two who approve at once end it once, and nobody counts twice", async () => {
    const { db } = await freshDb();
    const cast = await castOf(db);
    const asked = question([cast.cy.personId, cast.cora.personId], { rule: "any" });
    const { approvalId } = await act(db, cast.ann, askForApproval, asked);
    const tries = await Promise.allSettled([
      act(db, cast.cy, decide, { approvalId, ...approve }),
      act(db, cast.cora, decide, { approvalId, ...approve }),
      act(db, cast.cy, decide, { approvalId, ...approve }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const each of tries) if (each.status === "rejected") expect(each.reason).toBeInstanceOf(Conflict);
    const approval = await getApproval(db, approvalId);
    expect(approval).toMatchObject({ outcome: "approved", decisions: [{ verdict: "approved" }] });
  });

  it("withdrawing and deciding leave one of the two", async () => {
    const { db } = await freshDb();
    const cast = await castOf(db);
    const { approvalId } = await act(db, cast.ann, askForApproval, question([cast.cy.personId]));
    const tries = await Promise.allSettled([
      act(db, cast.cy, decide, { approvalId, ...approve }),
      act(db, cast.ann, withdraw, { approvalId }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { outcome, decisions } = await getApproval(db, approvalId);
    expect(decisions).toHaveLength(outcome === "approved" ? 1 : 0);
  });
});
