import type { Reader } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import { peopleByIds } from "../people/index.ts";
import { findBareApproval, listApprovalsAbout, listApprovalsOf, named, type BareApproval } from "./store.ts";
import type { Approval } from "./types.ts";

const withNames = async (db: Reader, approvals: readonly BareApproval[]): Promise<Approval[]> => {
  const people = await peopleByIds(
    db,
    approvals.flatMap(({ approverIds }) => approverIds),
  );
  const names = new Map([...people].map(([id, { name }]) => [id, name]));
  return approvals.map((approval) => named(approval, names));
};

/** Throws `NotFound`. Whether the reader may see it is the caller's to say. */
export const getApproval = async (db: Reader, id: number): Promise<Approval> => {
  const bare = await findBareApproval(db, id);
  const [approval] = bare ? await withNames(db, [bare]) : [];
  if (!approval) throw new NotFound();
  return approval;
};

/** Every approval about something, e.g. a ticket, newest first. */
export const approvalsAbout = async (db: Reader, kind: string, id: number): Promise<Approval[]> =>
  withNames(db, await listApprovalsAbout(db, kind, id));

/** What the person is or was asked for, newest first. */
export const approvalsOf = async (db: Reader, personId: number, limit: number): Promise<Approval[]> =>
  withNames(db, await listApprovalsOf(db, personId, limit));
