import { sql } from "kysely";
import type { Reader, Tx } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import type { Outcome } from "./rules/outcome.ts";
import type { Approval, Approver, Decision } from "./types.ts";

type NewApproval = Omit<Approval, "id" | "outcome" | "endedAt" | "approvers" | "decisions"> & {
  approverIds: readonly number[];
  onceKey: string;
};

/** Undefined when the key was used before: it has been asked already. */
export const insertApproval = async (tx: Tx, approval: NewApproval): Promise<number | undefined> => {
  const row = await tx
    .insertInto("approvals")
    .values({
      about_kind: approval.about.kind,
      about_id: approval.about.id,
      title: approval.title,
      path: approval.path,
      text: approval.text,
      text_hash: approval.textHash,
      rule: approval.rule,
      once_key: approval.onceKey,
      asked_by: approval.askedBy.personId,
      asked_by_name: approval.askedBy.name,
      asked_at: approval.askedAt,
      expires_at: approval.expiresAt,
    })
    .onConflict((conflict) => conflict.column("once_key").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!row) return undefined;
  await tx
    .insertInto("approval_approvers")
    .values(approval.approverIds.map((personId) => ({ approval_id: row.id, person_id: personId })))
    .execute();
  return row.id;
};

export const approvalIdByKey = async (db: Reader, onceKey: string): Promise<number> =>
  (await db.selectFrom("approvals").select("id").where("once_key", "=", onceKey).executeTakeFirstOrThrow()).id;

/** Approvals without the names of their approvers, who are people; see `read.ts`. */
export type BareApproval = Omit<Approval, "approvers"> & { approverIds: readonly number[] };

const selectApprovals = (db: Reader) =>
  db
    .selectFrom("approvals")
    .selectAll()
    .select(
      sql<number[]>`array_to_json(array(select person_id from approval_approvers where approval_id = approvals.id
        order by person_id))`.as("approver_ids"),
    );

type Row = Awaited<ReturnType<ReturnType<typeof selectApprovals>["executeTakeFirstOrThrow"]>>;

const withDecisions = async (db: Reader, rows: readonly Row[]): Promise<BareApproval[]> => {
  if (rows.length === 0) return [];
  const decisions = await db
    .selectFrom("approval_decisions")
    .selectAll()
    .where(
      "approval_id",
      "in",
      rows.map(({ id }) => id),
    )
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    about: { kind: row.about_kind, id: row.about_id },
    title: row.title,
    path: row.path,
    text: row.text,
    textHash: row.text_hash,
    rule: row.rule,
    askedBy: { personId: row.asked_by, name: row.asked_by_name },
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    outcome: row.outcome,
    endedAt: row.ended_at,
    approverIds: row.approver_ids,
    decisions: decisions
      .filter(({ approval_id }) => approval_id === row.id)
      .map((decision) => ({
        id: decision.id,
        personId: decision.person_id,
        personName: decision.person_name,
        verdict: decision.verdict,
        reason: decision.reason,
        textHash: decision.text_hash,
        via: decision.via,
        at: decision.at,
        seal: decision.seal,
      })),
  }));
};

export const findBareApproval = async (db: Reader, id: number): Promise<BareApproval | undefined> =>
  (await withDecisions(db, await selectApprovals(db).where("id", "=", id).execute()))[0];

/** Nobody else decides or withdraws until the transaction ends. Throws `NotFound`. */
export const lockApproval = async (tx: Tx, id: number): Promise<BareApproval> => {
  await tx.selectFrom("approvals").select("id").where("id", "=", id).forUpdate().execute();
  const approval = await findBareApproval(tx, id);
  if (!approval) throw new NotFound();
  return approval;
};

/** Newest first. */
export const listApprovalsAbout = async (db: Reader, kind: string, id: number): Promise<BareApproval[]> =>
  withDecisions(
    db,
    await selectApprovals(db).where("about_kind", "=", kind).where("about_id", "=", id).orderBy("id", "desc").execute(),
  );

/** What the person is or was asked, newest first. */
export const listApprovalsOf = async (db: Reader, personId: number, limit: number): Promise<BareApproval[]> =>
  withDecisions(
    db,
    await selectApprovals(db)
      .where((row) =>
        row.exists(
          row
            .selectFrom("approval_approvers")
            .select("approval_id")
            .whereRef("approval_id", "=", "approvals.id")
            .where("person_id", "=", personId),
        ),
      )
      .orderBy("id", "desc")
      .limit(limit)
      .execute(),
  );

/** How many decisions the person still owes, and whether he was ever asked for one. */
export const countPendingOf = async (
  db: Reader,
  personId: number,
  at: Date,
): Promise<{ pending: number; all: number }> => {
  const { pending, all } = await db
    .selectFrom("approval_approvers")
    .innerJoin("approvals", "approvals.id", "approval_approvers.approval_id")
    .leftJoin("approval_decisions", (join) =>
      join
        .onRef("approval_decisions.approval_id", "=", "approvals.id")
        .onRef("approval_decisions.person_id", "=", "approval_approvers.person_id"),
    )
    .where("approval_approvers.person_id", "=", personId)
    .select((row) => [
      row.fn.countAll<number>().as("all"),
      sql<number>`count(*) filter (where approvals.outcome is null and approvals.expires_at > ${at}
        and approval_decisions.id is null)`.as("pending"),
    ])
    .executeTakeFirstOrThrow();
  return { pending, all };
};

export const insertDecision = async (
  tx: Tx,
  approvalId: number,
  { personId, personName, verdict, reason, textHash, via, at, seal }: Omit<Decision, "id">,
): Promise<number> => {
  const { id } = await tx
    .insertInto("approval_decisions")
    .values({
      approval_id: approvalId,
      person_id: personId,
      person_name: personName,
      verdict,
      reason,
      text_hash: textHash,
      via,
      at,
      seal,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const endApproval = async (
  tx: Tx,
  id: number,
  { outcome, at }: { outcome: Outcome; at: Date },
): Promise<void> => {
  await tx.updateTable("approvals").set({ outcome, ended_at: at }).where("id", "=", id).execute();
};

/** Nobody has decided in time, and nobody has written that down yet. */
export const listOverdueIds = async (db: Reader, at: Date): Promise<number[]> =>
  (
    await db.selectFrom("approvals").select("id").where("outcome", "is", null).where("expires_at", "<=", at).execute()
  ).map(({ id }) => id);

/** With the names that the approvers have today. */
export const named = ({ approverIds, ...approval }: BareApproval, names: ReadonlyMap<number, string>): Approval => ({
  ...approval,
  approvers: approverIds.map((personId): Approver => ({ personId, name: names.get(personId) ?? "" })),
});
